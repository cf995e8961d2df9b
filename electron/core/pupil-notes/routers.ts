import { os } from '../access';
import { documentHandlers } from '../documents/serve-document';
import { reads, writes } from '../unit-of-work';
import { notesOfClass, notesOfPupil, removeNote, saveNote } from './notes';
import { notesPaper } from './paper';

const papers = documentHandlers(notesPaper);

/** Handlers of the notes to parents. */
export const pupilNotesRouter = {
  ofClass: os.pupilNotes.ofClass.handler(reads(notesOfClass)),
  ofPupil: os.pupilNotes.ofPupil.handler(reads(notesOfPupil)),
  save: os.pupilNotes.save.handler(writes(saveNote)),
  remove: os.pupilNotes.remove.handler(writes(removeNote)),
  paper: os.pupilNotes.paper.handler(papers.view),
  savePaper: os.pupilNotes.savePaper.handler(papers.save),
};
