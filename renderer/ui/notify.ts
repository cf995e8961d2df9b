import { notifications } from '@mantine/notifications';
import { errorText } from '../api/error-text';

/** A short word in the corner that something is done. */
export const notifyDone = (message: string): void => {
  notifications.show({ message, color: 'green' });
};

/** A refusal that has no place of its own on the screen. */
export const notifyError = (error: unknown): void => {
  const { title, text } = errorText(error);
  notifications.show({ title, message: text, color: 'red', autoClose: 15_000 });
};
