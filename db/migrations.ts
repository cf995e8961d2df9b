/** The migrations in order, with the SHA-256 of each file: a released one is never edited. */
import journal from './migrations/0001-the-journal.sql?raw';
import schoolYear from './migrations/0002-the-school-year.sql?raw';
import contingent from './migrations/0003-the-contingent.sql?raw';
import timetable from './migrations/0004-timetable-and-changes.sql?raw';
import plans from './migrations/0005-plans.sql?raw';
import corrections from './migrations/0006-corrections.sql?raw';
import regulation from './migrations/0007-regulation.sql?raw';
import controlWorks from './migrations/0008-control-works.sql?raw';
import assignedWorks from './migrations/0009-assigned-works.sql?raw';
import absenceDocuments from './migrations/0010-absence-documents.sql?raw';
import homework from './migrations/0011-homework.sql?raw';
import pupilNotes from './migrations/0012-pupil-notes.sql?raw';
import lockOpenings from './migrations/0013-lock-openings.sql?raw';
import papersMade from './migrations/0014-papers-made.sql?raw';
import finalMarks from './migrations/0015-final-marks.sql?raw';
import outages from './migrations/0016-outages.sql?raw';
import schoolRights from './migrations/0017-rights-of-the-school.sql?raw';
import pageClosings from './migrations/0018-page-closings.sql?raw';
import dueWorks from './migrations/0019-due-works.sql?raw';

export type Migration = { readonly name: string; readonly sql: string; readonly sha256: string };

export const MIGRATIONS: readonly Migration[] = [
  {
    name: '0001-the-journal',
    sql: journal,
    sha256: '1a1acc71f91c03e11ce0f89c0a6e023b2c770a246ff07238b3643ccb70a4243a',
  },
  {
    name: '0002-the-school-year',
    sql: schoolYear,
    sha256: 'b3528eb931982bcff22295bcecf33010debaa96c3311faa7b5856c6fa0b6223d',
  },
  {
    name: '0003-the-contingent',
    sql: contingent,
    sha256: 'decc47cc100b368fe118147d89d2838948dee9ab0ca7bb5cddc048f8d071f1bf',
  },
  {
    name: '0004-timetable-and-changes',
    sql: timetable,
    sha256: '11f7c7ca7525abb2dbcd087f1c7350f7db7859223b7a8b6e13acc1c0d0e60100',
  },
  {
    name: '0005-plans',
    sql: plans,
    sha256: '430fe2f4d20be9f7dd07c46bf1b1e14a4794b858367b15018bad091af1ba2807',
  },
  {
    name: '0006-corrections',
    sql: corrections,
    sha256: '06844732bda73d952f35b2f77a821a712a9c8d1fa505464f43afe5e89011eda8',
  },
  {
    name: '0007-regulation',
    sql: regulation,
    sha256: 'dd1423de70b58ad84a1f56c83835ad4a804da354e18972c4e6763ef6daeb969b',
  },
  {
    name: '0008-control-works',
    sql: controlWorks,
    sha256: '920632dace88c9d4d6e373cce8fd1938de38aeae09b26f746958690dd9c1aa7d',
  },
  {
    name: '0009-assigned-works',
    sql: assignedWorks,
    sha256: '3a3018f788f837aef2eb1f6105bdd7e4812eb980e2f5c302ca74024ddc37e8e7',
  },
  {
    name: '0010-absence-documents',
    sql: absenceDocuments,
    sha256: 'ff26d5a5cbee2e01e36dd1a5abf47d916c3bd435eacda4b031d01614d3b47e71',
  },
  {
    name: '0011-homework',
    sql: homework,
    sha256: '252ffeab1bfd0b4e6c1e3f4e85f48b91a35c964d9a0c11405e07cd307a3c46e2',
  },
  {
    name: '0012-pupil-notes',
    sql: pupilNotes,
    sha256: '29f2bc7328b352522a2f83856fcfef1fd2a6c4bad4daf4b141fc7028704004bc',
  },
  {
    name: '0013-lock-openings',
    sql: lockOpenings,
    sha256: 'e7a4e6bd825b50c2c19b8ae7d56d6e21d046c421fbee1a566f19f8dd7f6ee0e9',
  },
  {
    name: '0014-papers-made',
    sql: papersMade,
    sha256: 'f50d4ebb04787659796589744e49929e24bccb0a8c9af0791f4a131c62ae467c',
  },
  {
    name: '0015-final-marks',
    sql: finalMarks,
    sha256: 'd391784c774e36aeb4a934056b3dc6ea5684ca73ce88feb4ef60f7795f231da6',
  },
  {
    name: '0016-outages',
    sql: outages,
    sha256: '4e7b0c1fa5b9cc8e772ea00114ec31c7c783dd05f1ce827ed575771c0ce9c1d1',
  },
  {
    name: '0017-rights-of-the-school',
    sql: schoolRights,
    sha256: '70187bc32bb0588a43dca728d385be3cf14e40fec113eeb36357a9689dcb5d35',
  },
  {
    name: '0018-page-closings',
    sql: pageClosings,
    sha256: 'f5137b6026aa29ad2aaf88bdfee7e9174aa9f300db2d6c6cf7afbcbf98d59d1a',
  },
  {
    name: '0019-due-works',
    sql: dueWorks,
    sha256: '6aa0fab7cb0781476cc791b2ec719af813fb40a1c80f74255aa021e6d25c219c',
  },
];
