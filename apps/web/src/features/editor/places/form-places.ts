/** A pane of the editor. */
export const panes = ['edit', 'preview', 'design'] as const;

/** One of the editor's panes. */
export type Pane = (typeof panes)[number];

/** A pane beside the preview, which can be folded where all stand side by side. */
export type SidePane = Exclude<Pane, 'preview'>;

/** What of the form is open, and which place of the document is being asked for or edited. */
export interface FormState {
  /** the pane that is shown where there is room for one */
  pane: Pane;
  /** the panes that are folded where there is room for all */
  folded: ReadonlySet<SidePane>;
  /** sections that are open, by key */
  sections: ReadonlySet<string>;
  /** the open item of each section, by key */
  items: ReadonlyMap<string, string>;
  /** the section whose title is being changed */
  renaming: string | null;
  /** the place whose field is to get the focus; a new object for each request */
  wanted: { place: string } | null;
  /** the place of the field that has the focus */
  edited: string | null;
}

const start: FormState = {
  pane: 'edit',
  folded: new Set(),
  sections: new Set(['work', 'education']),
  items: new Map(),
  renaming: null,
  wanted: null,
  edited: null,
};

/**
 * Where one is in the form. A place names a part of the document as the templates do: `basics/name`, `basics/location/city`, `work/ID`,
 * `work/ID/highlights/0`, `title/SECTION`.
 */
export class FormPlaces {
  private readonly listeners = new Set<() => void>();
  private state = start;

  readonly current = (): FormState => this.state;

  readonly watch = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly showPane = (pane: Pane): void => this.update({ pane });

  /** Opens what holds a place, and asks for the focus of its field. */
  readonly reveal = (place: string): void => {
    const [section = '', id] = place.split('/');
    const folded = new Set([...this.state.folded].filter((pane) => pane !== 'edit'));
    const shown = { pane: 'edit' as const, folded, wanted: { place } };
    if (section === 'title' && id !== undefined && id !== 'basics') this.update({ ...shown, renaming: id });
    else if (section === 'basics' || section === 'title') this.update(shown);
    else {
      const items = id === undefined ? this.state.items : new Map(this.state.items).set(section, id);
      this.update({ ...shown, items, sections: new Set(this.state.sections).add(section) });
    }
  };

  /** Folds a pane, or opens it again. */
  readonly togglePane = (pane: SidePane): void => {
    const folded = new Set(this.state.folded);
    if (!folded.delete(pane)) folded.add(pane);
    this.update({ folded });
  };

  /** Opens a section, or folds it. */
  toggleSection(section: string): void {
    const sections = new Set(this.state.sections);
    if (!sections.delete(section)) sections.add(section);
    this.update({ sections });
  }

  /** Opens an item and folds the one of its section that was open, or folds it. */
  toggleItem(section: string, id: string): void {
    const items = new Map(this.state.items);
    if (items.get(section) === id) items.delete(section);
    else items.set(section, id);
    this.update({ items });
  }

  rename(section: string | null): void {
    this.update({ renaming: section });
  }

  /** Says which place is being edited; null for none. */
  readonly edit = (place: string | null): void => {
    if (place !== this.state.edited) this.update({ edited: place });
  };

  private update(change: Partial<FormState>): void {
    this.state = { ...this.state, ...change };
    this.listeners.forEach((listener) => listener());
  }
}
