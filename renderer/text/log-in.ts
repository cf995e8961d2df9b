import type { Role } from '#domain/people/roles';

export const logInTexts = {
  title: 'Вход в журнал',
  login: 'Логин',
  password: 'Пароль',
  enter: 'Войти',
  capsLock: 'Включён Caps Lock.',
  russianLayout: 'Включена русская раскладка: пароль обычно набирают на английской.',
  forgotten: 'Забыли пароль? Новый временный пароль выдаст администратор журнала.',
  restore: 'Восстановить журнал из копии',
  version: (version: string) => `Версия ${version}`,
  demo: {
    title: 'Демонстрационная школа',
    text: 'Здесь всё вымышлено: можно ставить отметки, менять и ошибаться. Выберите, кем войти.',
    leave: 'Выйти из демонстрации',
    rebuild: 'Построить заново',
    rebuildAsk: {
      title: 'Построить демонстрационную школу заново?',
      text: 'Всё, что внесено в демонстрации, пропадёт, и школа станет такой, как вначале. Журнал вашей школы это не затронет.',
      deed: 'Построить заново',
    },
    byPassword: 'Войти по логину и паролю',
  },
} as const;

export const roleTexts: Readonly<Record<Role, string>> = {
  administrator: 'Администратор журнала',
  director: 'Директор',
  deputy: 'Заместитель директора',
  classTeacher: 'Классный руководитель',
  teacher: 'Учитель',
  secretary: 'Секретарь',
};
