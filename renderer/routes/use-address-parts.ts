import { useLocation, useNavigate } from '@tanstack/react-router';

type Parts = Readonly<Record<string, string | undefined>>;

/**
 * What the address says after «?», as text; changing it keeps the screen open and can be gone back
 * from. So what was chosen on a screen is there again after a restart.
 */
export function useAddressParts(): readonly [Parts, (parts: Parts) => void] {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const parts = search as Parts;
  const change = (next: Parts) => {
    const kept = Object.entries({ ...parts, ...next }).filter(([, part]) => part !== undefined);
    void navigate({ to: pathname, search: Object.fromEntries(kept) });
  };
  return [parts, change];
}
