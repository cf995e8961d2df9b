/** The fields of the panel that a key leads to. */
export type PanelField = 'topic' | 'homework' | 'details';

export const fieldId = (which: PanelField): string => `journal-${which}`;
