import type { PupilCard } from '#contract/pupils';
import { parseDateText, dateText, maskDate } from '../../../ui/date-field/date-text';
import {
  fieldProblem,
  EDUCATION_FORMS,
  EDUCATION_FORM_NAMES,
  type PupilData,
  type PupilField,
} from '#domain/pupils/pupil-data';
import { useSession } from '../../../api/session';
import { cardTexts, fieldNames } from '../../../text/pupil-card';
import { commonTexts } from '../../../text/common';
import type { Undo } from '../../../ui/use-undo';
import { saveFields } from './card-data';
import classes from './card.module.css';
import { EditField, EditSelect } from './edit-field';
import { PhotoBox } from './photo-box';
import { Section } from './section';

type TextField = Exclude<PupilField, 'sex' | 'birthDate' | 'educationForm'>;

/** The pupil's own data, each field saved by itself. */
export function PersonalSection({ card, undo }: { readonly card: PupilCard; readonly undo: Undo }) {
  const { today } = useSession();
  const { id, data, mayEdit } = card;
  const keep = async <Field extends PupilField>(field: Field, value: PupilData[Field]) => {
    const before = data[field];
    await saveFields(id, { [field]: value });
    undo.did(fieldNames[field], () => saveFields(id, { [field]: before }));
  };
  const problemOf = (field: PupilField) => (text: string) => {
    const problem = fieldProblem(field, text, today);
    return problem && cardTexts.problems[problem];
  };
  const text = (field: TextField, rest: { multiline?: boolean; numbers?: boolean } = {}) => (
    <EditField
      key={field}
      label={fieldNames[field]}
      value={data[field]}
      problem={problemOf(field)}
      maxLength={rest.multiline === true ? 1000 : 200}
      onSave={mayEdit ? (value) => keep(field, value) : undefined}
      {...rest}
    />
  );
  const saveDate = (typed: string) => {
    const day = typed === '' ? null : (parseDateText(typed) ?? null);
    return keep('birthDate', day);
  };
  const dateProblem = (typed: string) => {
    if (typed === '') return undefined;
    const day = parseDateText(maskDate(typed));
    return day === undefined ? commonTexts.wrongDate : problemOf('birthDate')(day);
  };
  return (
    <Section title={cardTexts.personal}>
      <div className={classes['personal']}>
        <PhotoBox card={card} undo={undo} />
        <div className={classes['fields']}>
          {text('lastName')}
          {text('firstName')}
          {text('middleName')}
          <EditField
            label={fieldNames.birthDate}
            value={dateText(data.birthDate)}
            placeholder={commonTexts.datePattern}
            numbers
            problem={dateProblem}
            onSave={mayEdit ? (typed) => saveDate(maskDate(typed)) : undefined}
          />
          <EditSelect
            label={fieldNames.sex}
            value={data.sex ?? ''}
            clearable
            options={(['male', 'female'] as const).map((sex) => ({
              value: sex,
              label: cardTexts.sexes[sex],
            }))}
            onSave={
              mayEdit
                ? (sex) => keep('sex', sex === 'male' || sex === 'female' ? sex : null)
                : undefined
            }
          />
          {text('personalFile')}
          {text('snils', { numbers: true })}
          {text('citizenship')}
          <EditSelect
            label={fieldNames.educationForm}
            value={data.educationForm}
            options={EDUCATION_FORMS.map((form) => ({
              value: form,
              label: EDUCATION_FORM_NAMES[form],
            }))}
            onSave={
              mayEdit
                ? (chosen) =>
                    keep(
                      'educationForm',
                      EDUCATION_FORMS.find((form) => form === chosen) ?? data.educationForm,
                    )
                : undefined
            }
          />
          {text('phone', { numbers: true })}
          {text('email')}
          {text('previousSchool')}
          <div className={classes['wide']}>{text('address', { multiline: true })}</div>
          <div className={classes['wide']}>{text('registeredAddress', { multiline: true })}</div>
          <div className={classes['wide']}>{text('note', { multiline: true })}</div>
        </div>
      </div>
    </Section>
  );
}
