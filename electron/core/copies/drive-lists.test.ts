import { expect, test } from 'vitest';
import { parseDiskutil, parseLsblk, parseVolumes } from './drive-lists';
import { listDrives } from './drives';

/** The form of util-linux 2.38, as lsblk -J writes it; the drives are invented. */
const block = (changes: object) => ({
  name: 'sdz',
  label: null,
  uuid: null,
  mountpoint: null,
  rm: false,
  hotplug: false,
  tran: null,
  ro: false,
  ...changes,
});
const lsblk = (...blockdevices: readonly object[]) => parseLsblk(JSON.stringify({ blockdevices }));

test('Linux: mounted partitions of other disks; a USB disk counts as removable by its bus', () => {
  const drives = lsblk(
    block({
      name: 'nvme0n1',
      tran: 'nvme',
      children: [
        block({ name: 'nvme0n1p1', uuid: 'AAAA-0001', mountpoint: '/boot/efi' }),
        block({
          name: 'nvme0n1p2',
          children: [block({ name: 'vg-root', mountpoint: '/' })],
        }),
        block({ name: 'nvme0n1p3', uuid: 'x', mountpoint: '/mnt/same-disk' }),
      ],
    }),
    block({
      name: 'sdb',
      tran: 'usb',
      children: [
        block({ name: 'sdb1', label: 'КОПИИ', uuid: '1A2B-3C4D', mountpoint: '/media/u/КОПИИ' }),
        block({ name: 'sdb2', uuid: 'not-mounted' }),
      ],
    }),
    block({ name: 'sdc', uuid: 'inner', mountpoint: '/mnt/data', label: 'data' }),
    block({ name: 'sr0', rm: true, ro: true, mountpoint: '/media/cdrom' }),
  );
  expect(drives).toEqual([
    { key: '1A2B-3C4D', label: 'КОПИИ', path: '/media/u/КОПИИ', removable: true },
    { key: 'inner', label: 'data', path: '/mnt/data', removable: false },
  ]);
});

test('Linux: lsblk before 2.33 writes flags as text', () => {
  const stick = { name: 'sdb1', uuid: 'u', mountpoint: '/media/u', rm: '1', ro: '0', hotplug: '1' };
  expect(lsblk(block(stick))).toEqual([{ key: 'u', label: '', path: '/media/u', removable: true }]);
  expect(lsblk(block({ ...stick, ro: '1' }))).toEqual([]);
});

const volume = (changes: object) => ({
  letter: 'E',
  label: '',
  id: '\\\\?\\Volume{0}\\',
  kind: 'Fixed',
  bus: 'SATA',
  system: false,
  readOnly: false,
  ...changes,
});

test('Windows: one volume comes as an object, several as a list, none as nothing', () => {
  const stick = volume({ label: 'КОПИИ', kind: 'Removable', bus: 'USB' });
  const expected = { key: '\\\\?\\Volume{0}\\', label: 'КОПИИ', path: 'E:\\', removable: true };
  expect(parseVolumes(`\uFEFF${JSON.stringify(stick)}\r\n`)).toEqual([expected]);
  expect(parseVolumes('\r\n')).toEqual([]);
  const list = [
    stick,
    volume({ letter: 'C', system: true }),
    volume({ letter: 'D', id: '', label: 'Данные' }),
    volume({ letter: 'F', id: 'f', bus: 'USB' }),
    volume({ letter: 'G', kind: 'CD-ROM' }),
    volume({ letter: 'H', readOnly: true }),
  ];
  expect(parseVolumes(JSON.stringify(list))).toEqual([
    expected,
    { key: 'D', label: 'Данные', path: 'D:\\', removable: false },
    { key: 'f', label: '', path: 'F:\\', removable: true },
  ]);
});

test('macOS: volumes under /Volumes, what is read-only left out', () => {
  const output = `
   Device Identifier:         disk1s5
   Volume Name:               Macintosh HD
   Mount Point:               /
   Volume Read-Only:          No
   Device Location:           Internal
   Removable Media:           Fixed

**********

   Device Identifier:         disk2s1
   Device Node:               /dev/disk2s1
   Volume Name:               КОПИИ
   Mount Point:               /Volumes/КОПИИ
   Volume UUID:               0F0F-1
   Volume Read-Only:          No
   Device Location:           External
   Removable Media:           Removable

**********

   Device Identifier:         disk3s1
   Volume Name:               Install
   Mount Point:               /Volumes/Install
   Volume Read-Only:          Yes (read-only mount flag set)
   Removable Media:           Removable

**********
`;
  expect(parseDiskutil(output)).toEqual([
    { key: '0F0F-1', label: 'КОПИИ', path: '/Volumes/КОПИИ', removable: true },
  ]);
});

test('the drives of this computer: each can be written and has room', async () => {
  for (const drive of await listDrives()) {
    expect(drive.size).toBeGreaterThan(0);
    expect(drive.free).toBeLessThanOrEqual(drive.size);
  }
});

test('without the tool there are no drives, and no error', async () => {
  const { PATH } = process.env;
  process.env['PATH'] = '/nowhere';
  try {
    expect(await listDrives()).toEqual([]);
  } finally {
    process.env['PATH'] = PATH;
  }
});
