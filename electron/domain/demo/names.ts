import type { Random } from './random';

export type Sex = 'male' | 'female';
export type PersonName = {
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
};

const words = (text: string): readonly string[] => text.split(' ');

const CHILDREN = {
  male: words(
    'Александр Алексей Андрей Арсений Артём Богдан Вадим Василий Виктор Владимир Владислав Всеволод Георгий Глеб Григорий Даниил Денис Дмитрий Егор Захар Иван Игнат Илья Кирилл Константин Лев Леонид Макар Максим Марк Матвей Михаил Никита Николай Олег Павел Пётр Платон Роман Савелий Святослав Семён Сергей Степан Тимофей Тимур Фёдор Юрий Ярослав',
  ),
  female: words(
    'Агата Аглая Александра Алёна Алина Алиса Алла Анастасия Ангелина Анна Арина Валерия Варвара Василиса Вера Вероника Виктория Дарья Диана Ева Евангелина Евгения Екатерина Елена Елизавета Есения Зоя Инна Ирина Кира Кристина Ксения Любовь Людмила Маргарита Марина Мария Милана Мирослава Надежда Наталья Ника Нина Ольга Полина София Стефания Таисия Татьяна Ульяна Юлия Яна Ярослава',
  ),
};

const ADULTS = {
  male: words(
    'Александр Алексей Анатолий Андрей Аркадий Борис Вадим Валерий Василий Виктор Виталий Владимир Вячеслав Геннадий Георгий Дмитрий Евгений Игорь Константин Леонид Михаил Николай Олег Павел Пётр Роман Семён Сергей Фёдор Юрий',
  ),
  female: words(
    'Алевтина Алла Анастасия Анна Валентина Вера Виктория Галина Дарья Евгения Екатерина Елена Жанна Зинаида Зоя Инна Ирина Лариса Лидия Любовь Людмила Маргарита Марина Мария Надежда Наталья Нина Оксана Ольга Раиса Светлана Софья Тамара Татьяна Юлия',
  ),
};

const PATRONYMICS = words(
  'Александрович Алексеевич Анатольевич Андреевич Антонович Артёмович Борисович Вадимович Валентинович Валерьевич Васильевич Викторович Витальевич Владимирович Вячеславович Геннадьевич Георгиевич Григорьевич Данилович Денисович Дмитриевич Евгеньевич Егорович Иванович Игоревич Ильич Кириллович Константинович Леонидович Львович Максимович Михайлович Никитич Николаевич Олегович Павлович Петрович Романович Сергеевич Станиславович Степанович Тимофеевич Фёдорович Эдуардович Юрьевич Яковлевич Ярославович',
);

/** In the masculine; `feminine` makes the other form. */
const SURNAMES = words(
  'Абрамов Авдеев Агафонов Аксёнов Алёхин Алфёров Ананьев Андреев Анисимов Антонов Артёмов Архипов Астахов Афанасьев Баженов Балашов Баранов Белов Белозёров Белоусов Березин Бирюков Блинов Богданов Бондарев Борисов Быков Васильев Вершинин Виноградов Власов Волков Воробьёв Воронцов Гаврилов Галкин Герасимов Глебов Голубев Горбачёв Горшков Грачёв Григорьев Громов Гусев Давыдов Данилов Дементьев Демидов Денисов Дорофеев Дроздов Дьячков Евдокимов Егоров Елисеев Ермаков Ершов Ефимов Жаров Жданов Жуков Журавлёв Зайцев Захаров Звягинцев Зимин Зиновьев Золотарёв Зотов Зубков Зуев Иванов Ильин Исаев Казаков Калашников Калинин Капустин Карпов Киселёв Климов Ковалёв Козлов Колесников Комаров Кондратьев Коновалов Константинов Королёв Костин Крылов Крюков Кудрявцев Кузнецов Кулаков Куликов Лаврентьев Лазарев Ларин Лебедев Леонтьев Логинов Лукин Макаров Максимов Малышев Мартынов Маслов Матвеев Медведев Мельников Миронов Михайлов Моисеев Молчанов Морозов Муравьёв Назаров Наумов Некрасов Никитин Николаев Новиков Носов Овчинников Одинцов Орлов Осипов Павлов Панов Пантелеев Пахомов Петров Плотников Поляков Пономарёв Попов Прохоров Рогов Родионов Рожков Романов Рыбаков Рябов Савельев Сазонов Сафонов Селезнёв Семёнов Сергеев Сидоров Симонов Ситников Смирнов Соболев Соколов Соловьёв Сорокин Степанов Столяров Субботин Суханов Тарасов Тимофеев Титов Тихонов Третьяков Трофимов Туманов Уваров Ульянов Устинов Ушаков Фадеев Федосеев Фёдоров Филатов Фомин Фролов Харитонов Хохлов Царёв Черкасов Чернов Чернышёв Чистяков Шаповалов Шарапов Швецов Шестаков Широков Шмелёв Щеглов Щербаков Юдин Юрасов Яковлев Яшин Верещагин Воскресенский Вяземский Заболоцкий Знаменский Каменский Луговской Озерецкий Покровский Преображенский Раевский Белый Толстой Долгих Черных Седых Шевченко Бондаренко Кравчук Марченко Ткачук Лесных Орлов-Донской Белов-Каменский Ильин-Раевский Соколов-Зимин',
);

/** Peoples of Russia and its neighbours: the name goes with its own given names. */
const NEIGHBOURS = {
  surnames: words(
    'Абдуллин Ахметов Габдрахманов Гаджиев Гарипов Закиров Мамедов Магомедов Мусин Сафин Хабибуллин Шарипов Алиев Исмаилов',
  ),
  patronymics: words('Ильдарович Маратович Рашидович Рустамович Тимурович Русланович'),
  male: words('Айдар Амир Дамир Ильдар Камиль Карим Марат Ринат Рустам Тимур Эльдар Эмиль'),
  female: words(
    'Аделина Айгуль Алия Амина Диляра Динара Камилла Лейла Регина Сабина Эльвира Ясмина',
  ),
};
/** Never change, whoever bears them. */
const UNCHANGING = words('Ким Цой Пак Кочарян Саргсян Петросян Гогоберидзе Мюллер Шмидт Штерн');

function feminineSurname(surname: string): string {
  if (surname.includes('-')) return surname.split('-').map(feminineSurname).join('-');
  if (/(?:[оеё]в|[иы]н)$/.test(surname)) return `${surname}а`;
  if (/(?:ий|ый|ой)$/.test(surname)) return `${surname.slice(0, -2)}ая`;
  return surname;
}

function femininePatronymic(patronymic: string): string {
  if (patronymic === 'Ильич') return 'Ильинична';
  if (patronymic === 'Никитич') return 'Никитична';
  return `${patronymic.slice(0, -2)}на`;
}

const surnameFor = (surname: string, sex: Sex) =>
  sex === 'female' ? feminineSurname(surname) : surname;
const patronymicFor = (patronymic: string, sex: Sex) =>
  sex === 'female' ? femininePatronymic(patronymic) : patronymic;

/**
 * An invented name in the right gender forms: mostly Russian, every fifteenth or so of another
 * people, a few without a patronymic.
 */
export function personName(random: Random, sex: Sex, age: 'child' | 'adult'): PersonName {
  const origin = random.next();
  if (origin < 0.05) {
    return {
      lastName: surnameFor(random.pick(NEIGHBOURS.surnames), sex),
      firstName: random.pick(NEIGHBOURS[sex]),
      middleName: random.chance(0.1) ? '' : patronymicFor(random.pick(NEIGHBOURS.patronymics), sex),
    };
  }
  return {
    lastName: origin < 0.07 ? random.pick(UNCHANGING) : surnameFor(random.pick(SURNAMES), sex),
    firstName: random.pick((age === 'child' ? CHILDREN : ADULTS)[sex]),
    middleName: patronymicFor(random.pick(PATRONYMICS), sex),
  };
}

const masculineSurnames: ReadonlyMap<string, string> = new Map(
  [...SURNAMES, ...NEIGHBOURS.surnames].map((surname) => [feminineSurname(surname), surname]),
);
const FATHERS: Readonly<Record<string, string>> = {
  Ильич: 'Илья',
  Никитич: 'Никита',
  Львович: 'Лев',
  Павлович: 'Павел',
  Петрович: 'Пётр',
  Яковлевич: 'Яков',
  Игоревич: 'Игорь',
  Михайлович: 'Михаил',
  Данилович: 'Данила',
};

/** The name the father bears if the child has this patronymic; none without one. */
export function fatherName(middleName: string): string | undefined {
  if (middleName === '') return undefined;
  const masculine = middleName
    .replace(/Ильинична$/, 'Ильич')
    .replace(/Никитична$/, 'Никитич')
    .replace(/вна$/, 'вич');
  const known = FATHERS[masculine];
  if (known !== undefined) return known;
  if (/[ьи]евич$/.test(masculine)) return masculine.replace(/[ьи]евич$/, 'ий');
  return masculine.replace(/евич$/, 'й').replace(/ович$/, '');
}

/** The parents of a child with their names in the right forms; no father where there is no patronymic. */
export function parentNames(
  random: Random,
  child: PersonName,
): { readonly mother: PersonName; readonly father: PersonName | undefined } {
  const { lastName } = child;
  const family = masculineSurnames.get(lastName) ?? lastName;
  const firstName = fatherName(child.middleName);
  const patronymic = () => random.pick(PATRONYMICS);
  return {
    mother: {
      lastName: surnameFor(family, 'female'),
      firstName: random.pick(ADULTS.female),
      middleName: patronymicFor(patronymic(), 'female'),
    },
    father:
      firstName === undefined
        ? undefined
        : { lastName: family, firstName, middleName: patronymic() },
  };
}
