/** Puts the focus on the field of a path, or on the nearest part around it that is on the screen. */

const FOCUSABLE =
  'input:not([disabled]), textarea:not([disabled]), button:not([disabled]), [role="combobox"], [tabindex]:not([tabindex="-1"])';

/** Frames to wait for a step and its table page to appear. */
const PATIENCE = 30;

export function focusPath(path: string, root: ParentNode = document): () => void {
  let frame = 0;
  let left = PATIENCE;
  const attempt = () => {
    left -= 1;
    const found = findField(path, root, left === 0);
    if (found) {
      found.focus();
      found.scrollIntoView({ block: 'center' });
    } else if (left > 0) frame = requestAnimationFrame(attempt);
  };
  frame = requestAnimationFrame(attempt);
  return () => cancelAnimationFrame(frame);
}

/** The exact field; once there is no more waiting, also a part of the path. */
function findField(path: string, root: ParentNode, around: boolean): HTMLElement | null {
  for (let part = path; part !== ''; part = part.slice(0, Math.max(0, part.lastIndexOf('.')))) {
    const place = root.querySelector<HTMLElement>(`[data-path="${CSS.escape(part)}"]`);
    const field = place?.querySelector<HTMLElement>(FOCUSABLE);
    if (field) return field;
    if (!around) return null;
  }
  return null;
}
