/** One section of the profile as the content pane lists it. */
export interface SectionPlace {
  sectionKey: string;
  title: string;
  hidden: boolean;
  count: number;
  first: boolean;
  last: boolean;
}
