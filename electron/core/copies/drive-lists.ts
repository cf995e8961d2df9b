import { z } from 'zod';

/** A drive as the system lists it; room and writability are asked of the drive itself. */
export type ListedDrive = {
  /** Stays the same when the drive is plugged in again. */
  readonly key: string;
  readonly label: string;
  readonly path: string;
  readonly removable: boolean;
};

type Block = {
  readonly name: string;
  readonly label: string | null;
  readonly uuid: string | null;
  readonly mountpoint: string | null;
  readonly rm: boolean;
  readonly hotplug: boolean;
  readonly tran: string | null;
  readonly ro: boolean;
  readonly children?: readonly Block[] | undefined;
};

// Before 2.33 lsblk writes "0" and "1".
const flag = z.preprocess((value) => value === true || value === '1' || value === 1, z.boolean());
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
const block: z.ZodType<Block> = z.lazy(() =>
  z.object({
    name: z.string(),
    label: text,
    uuid: text,
    mountpoint: text,
    rm: flag,
    hotplug: flag,
    tran: text,
    ro: flag,
    children: z.array(block).optional(),
  }),
);

/** What the command for `parseLsblk` is; MOUNTPOINTS is unknown before util-linux 2.37. */
export const LSBLK = [
  'lsblk',
  ['-J', '-b', '-o', 'NAME,LABEL,UUID,MOUNTPOINT,RM,HOTPLUG,TRAN,RO'],
] as const;

const ofSystem = (point: string) =>
  point === '/' ||
  point === '[SWAP]' ||
  /^\/(boot|efi|usr|var|home|nix|snap|run\/live)(\/|$)/.test(point);
const pointsUnder = (block: Block): readonly string[] => [
  ...(block.mountpoint === null ? [] : [block.mountpoint]),
  ...(block.children ?? []).flatMap(pointsUnder),
];

/**
 * The drives in what `lsblk` of util-linux answers: mounted, writable, none on the disk the system
 * itself lies on. Whether a drive can be unplugged is known of the disk, often not of its partition.
 */
export function parseLsblk(output: string): readonly ListedDrive[] {
  const { blockdevices } = z.object({ blockdevices: z.array(block) }).parse(JSON.parse(output));
  const drives: ListedDrive[] = [];
  const walk = (current: Block, disk: Block) => {
    const point = current.mountpoint;
    if (point !== null && !current.ro) {
      drives.push({
        key: current.uuid ?? `${current.name} ${point}`,
        label: current.label ?? '',
        path: point,
        removable: [current, disk].some((one) => one.rm || one.hotplug || one.tran === 'usb'),
      });
    }
    for (const child of current.children ?? []) walk(child, disk);
  };
  for (const disk of blockdevices) {
    if (!pointsUnder(disk).some(ofSystem)) walk(disk, disk);
  }
  return drives;
}

const powerShell = `[Console]::OutputEncoding = [Text.Encoding]::UTF8
@(Get-Volume | Where-Object { $_.DriveLetter } | ForEach-Object {
  $partition = $_ | Get-Partition -ErrorAction SilentlyContinue
  $disk = if ($partition) { $partition | Get-Disk -ErrorAction SilentlyContinue }
  [pscustomobject]@{
    letter = [string]$_.DriveLetter
    label = [string]$_.FileSystemLabel
    id = [string]$_.UniqueId
    kind = [string]$_.DriveType
    bus = [string]$disk.BusType
    system = [bool]($disk.IsBoot -or $disk.IsSystem -or ($env:SystemDrive -eq ($_.DriveLetter + ':')))
    readOnly = [bool]$disk.IsReadOnly
  }
}) | ConvertTo-Json -Compress`;

/** What the command for `parseVolumes` is. */
export const POWERSHELL = [
  'powershell.exe',
  ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', powerShell],
] as const;

const volume = z.object({
  letter: z.string().regex(/^[A-Z]$/i),
  label: z.string(),
  id: z.string(),
  kind: z.string(),
  bus: z.string(),
  system: z.boolean(),
  readOnly: z.boolean(),
});

/** The drives in what the `POWERSHELL` command answers: nothing, one object or a list. */
export function parseVolumes(output: string): readonly ListedDrive[] {
  const json = output.replace(/^\uFEFF/, '').trim();
  if (json === '') return [];
  const parsed = z
    .union([z.array(volume), volume.transform((one) => [one])])
    .parse(JSON.parse(json));
  return parsed
    .filter(({ system, readOnly, kind }) => !system && !readOnly && kind !== 'CD-ROM')
    .map(({ letter, label, id, kind, bus }) => ({
      key: id === '' ? letter : id,
      label,
      path: `${letter}:\\`,
      removable: kind === 'Removable' || ['USB', 'SD', 'MMC'].includes(bus),
    }));
}

/** What the command for `parseDiskutil` is. */
export const DISKUTIL = ['diskutil', ['info', '-all']] as const;

/** The drives in what `diskutil info -all` of macOS answers: «Name: value» lines in blocks. */
export function parseDiskutil(output: string): readonly ListedDrive[] {
  return output.split(/^\*{5,}$/m).flatMap((part) => {
    const values = new Map(
      part
        .split('\n')
        .map((line) => line.match(/^\s*([^:]+):\s+(.*\S)\s*$/))
        .flatMap((match) =>
          match?.[1] === undefined ? [] : [[match[1], match[2] ?? ''] as const],
        ),
    );
    const point = values.get('Mount Point') ?? '';
    const readOnly = values.get('Volume Read-Only')?.startsWith('Yes') ?? false;
    if (!point.startsWith('/Volumes/') || readOnly) return [];
    return [
      {
        key: values.get('Volume UUID') ?? values.get('Device Node') ?? point,
        label: values.get('Volume Name') ?? '',
        path: point,
        removable:
          values.get('Removable Media') === 'Removable' ||
          values.get('Device Location') === 'External',
      },
    ];
  });
}
