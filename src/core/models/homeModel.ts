/** A model as a server of the user's own lists it. */
export interface HomeModel {
  /** What `depict.model` has to be for it. */
  readonly id: string;
  /** For people; comes from the server. */
  readonly title: string;
}
