-- The program now keeps what the regulation says of plans and of pupils' data. A journal that still works
-- by what it began with goes on as before: who did it already may do it, until the director has approved
-- what the school wants.
UPDATE regulation_version
SET document = json_set(document,
  '$.rules.enterPlans', json_object(
    'value', json_array('administrator', 'deputy', 'teacher'),
    'clauses', json_array('ТИП А.16', 'ТИП Д.1.2'),
    'words', 'Составлять в Системе календарно-тематический план уроков.',
    'origin', 'school'),
  '$.rules.correctPupilData', json_object(
    'value', json_array('administrator', 'classTeacher', 'secretary'),
    'clauses', json_array('ТИП А.17', 'ТИП А.25'),
    'words', 'Корректировать внесённые данные по мере обновления или изменения внесенной информации.',
    'origin', 'school'))
WHERE approved_at IS NULL AND from_date IS NOT NULL;
