/** Whether the text can be an address of e-mail: one @, a name before it and a domain after it. */
export const isEmail = (text: string): boolean =>
  text.length <= 254 && /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(text);
