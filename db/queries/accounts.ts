import { all, change, get, run, select, type ReadableDb, type WritableDb } from '../statement';
import type { Role } from '#domain/people/roles';

export type AccountRow = {
  readonly id: number;
  readonly staffId: number;
  readonly login: string;
  readonly slotId: string;
  readonly mustChangePassword: number;
  readonly blockedAt: string | null;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly dismissedOn: string | null;
};

const columns = `account.id, account.staff_id AS staffId, account.login, account.slot_id AS slotId,
  account.must_change_password AS mustChangePassword, account.blocked_at AS blockedAt,
  staff_member.last_name AS lastName, staff_member.first_name AS firstName,
  staff_member.middle_name AS middleName, staff_member.dismissed_on AS dismissedOn`;
const joined = 'account JOIN staff_member ON staff_member.id = account.staff_id';

const bySlot = select<[string], AccountRow>(
  `SELECT ${columns} FROM ${joined} WHERE account.slot_id = ?`,
);
const byId = select<[number], AccountRow>(`SELECT ${columns} FROM ${joined} WHERE account.id = ?`);
const byLogin = select<[string], AccountRow>(
  `SELECT ${columns} FROM ${joined} WHERE account.login = ?`,
);
const byStaff = select<[number], AccountRow>(
  `SELECT ${columns} FROM ${joined} WHERE account.staff_id = ?`,
);
const rolesOf = select<[number], { role: Role }>(
  'SELECT role FROM account_role WHERE account_id = ? ORDER BY role',
);
const slots = select<[], { slotId: string }>('SELECT slot_id AS slotId FROM account');
const working = select<[Role], { n: number }>(
  `SELECT count(*) AS n FROM account JOIN account_role ON account_role.account_id = account.id
   WHERE account_role.role = ? AND account.blocked_at IS NULL`,
);
const insert = change<[number, string, string, number]>(
  'INSERT INTO account (staff_id, login, slot_id, must_change_password) VALUES (?, ?, ?, ?)',
);
const insertRole = change<[number, Role]>(
  'INSERT INTO account_role (account_id, role) VALUES (?, ?)',
);
const deleteRoles = change<[number]>('DELETE FROM account_role WHERE account_id = ?');
const updateSlot = change<[string, number, number]>(
  'UPDATE account SET slot_id = ?, must_change_password = ? WHERE id = ?',
);
const updateBlocked = change<[string | null, number]>(
  'UPDATE account SET blocked_at = ? WHERE id = ?',
);

export const accountBySlot = (db: ReadableDb, slotId: string) => get(db, bySlot, [slotId]);
export const accountById = (db: ReadableDb, id: number) => get(db, byId, [id]);
export const accountByLogin = (db: ReadableDb, login: string) => get(db, byLogin, [login]);
export const accountByStaff = (db: ReadableDb, staffId: number) => get(db, byStaff, [staffId]);
export const rolesOfAccount = (db: ReadableDb, id: number): Role[] =>
  all(db, rolesOf, [id]).map(({ role }) => role);
/** The key slots that some account opens; any other is a leftover. */
export const slotsInUse = (db: ReadableDb): Set<string> =>
  new Set(all(db, slots, []).map(({ slotId }) => slotId));
/** How many people who are not blocked hold the role. */
export const countWithRole = (db: ReadableDb, role: Role): number =>
  get(db, working, [role])?.n ?? 0;

export function insertAccount(
  db: WritableDb,
  account: {
    readonly staffId: number;
    readonly login: string;
    readonly slotId: string;
    readonly mustChangePassword: boolean;
    readonly roles: readonly Role[];
  },
): number {
  const { id } = run(db, insert, [
    account.staffId,
    account.login,
    account.slotId,
    account.mustChangePassword ? 1 : 0,
  ]);
  replaceRoles(db, id, account.roles);
  return id;
}

export function replaceRoles(db: WritableDb, accountId: number, roles: readonly Role[]): void {
  run(db, deleteRoles, [accountId]);
  for (const role of new Set(roles)) run(db, insertRole, [accountId, role]);
}

export const setSlot = (
  db: WritableDb,
  accountId: number,
  slotId: string,
  mustChangePassword: boolean,
) => run(db, updateSlot, [slotId, mustChangePassword ? 1 : 0, accountId]);

export const setBlocked = (db: WritableDb, accountId: number, blockedAt: string | null) =>
  run(db, updateBlocked, [blockedAt, accountId]);
