/** Something the palette can do. */
export interface Command {
  id: string;
  label: string;
  run: () => void;
}

/** The commands whose words begin with the words that were typed, in any order. */
export function findCommands(commands: readonly Command[], typed: string): readonly Command[] {
  const wanted = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return commands.filter(({ label }) => {
    const words = label.toLocaleLowerCase().split(/[\s:·,]+/);
    return wanted.every((part) => words.some((word) => word.startsWith(part)));
  });
}
