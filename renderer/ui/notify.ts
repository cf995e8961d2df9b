import { notifications } from '@mantine/notifications';
import { errorText } from '../api/error-text';

/** A short word in the corner that something is done. */
export const notifyDone = (message: string): void => {
  notifications.show({ message, color: 'green' });
};

/** A short word that something did not come about, though nothing is broken. */
export const notifyPlainly = (message: string): void => {
  notifications.show({ message, color: 'yellow' });
};

/** A refusal that has no place of its own on the screen. */
export const notifyError = (error: unknown): void => {
  const { title, text } = errorText(error);
  notifications.show({ title, message: text, color: 'red', autoClose: 15_000 });
};
