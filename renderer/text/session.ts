export const lockTexts = {
  title: 'Окно заблокировано',
  text: (name: string) => `${name} · всё сохранено`,
  password: 'Пароль',
  unlock: 'Продолжить',
  logOut: 'Выйти из журнала',
} as const;

export const newPasswordTexts = {
  title: 'Смена пароля',
  text: 'Временный пароль нужен один раз. Придумайте свой: его не узнает никто, даже администратор.',
  old: 'Временный пароль (с листка)',
  fresh: 'Новый пароль',
  save: 'Сменить пароль',
  saved: 'Пароль сменён.',
} as const;
