import { os } from '../access';
import { documentHandlers } from '../documents/serve-document';
import { reads, writes } from '../unit-of-work';
import { addDocument, withdrawDocument } from './documents';
import { attendancePaper } from './paper';
import { setReasons } from './reasons';
import { attendanceClasses, attendanceSheet } from './sheet';
import { watchClass } from './watch-class';

const papers = documentHandlers(attendancePaper);

/** The class teacher's sheet of attendance (J7). */
export const attendanceRouter = {
  classes: os.attendance.classes.handler(reads(attendanceClasses)),
  sheet: os.attendance.sheet.handler(reads(attendanceSheet)),
  watch: os.attendance.watch.handler(watchClass),
  setReasons: os.attendance.setReasons.handler(writes(setReasons)),
  addDocument: os.attendance.addDocument.handler(writes(addDocument)),
  withdrawDocument: os.attendance.withdrawDocument.handler(writes(withdrawDocument)),
  paper: os.attendance.paper.handler(papers.view),
  savePaper: os.attendance.savePaper.handler(papers.save),
};
