/** Data on a page for search engines and assistants (schema.org in JSON-LD): how its nodes are made, and how they stand in HTML. */
import type {
  BreadcrumbListLeaf,
  ContactPointLeaf,
  CourseInstanceLeaf,
  CourseLeaf,
  CreativeWorkLeaf,
  EducationalOrganizationLeaf,
  EntryPointLeaf,
  EventLeaf,
  GeoCoordinatesLeaf,
  GovernmentOrganizationLeaf,
  GovernmentServiceLeaf,
  ListItemLeaf,
  NGOLeaf,
  OfferLeaf,
  OpeningHoursSpecificationLeaf,
  OrganizationLeaf,
  PeopleAudienceLeaf,
  PlaceLeaf,
  PostalAddressLeaf,
  ScheduleLeaf,
  ServiceChannelLeaf,
  ServiceLeaf,
  UnitPriceSpecificationLeaf,
  VirtualLocationLeaf,
  WebPageLeaf,
  WebSiteLeaf,
} from 'schema-dts';
import { ohneLeere } from '../../daten/herausgabe.ts';

/** The types we tell of. All of schema.org (`Thing`) would take the compiler minutes. */
interface Arten {
  BreadcrumbList: BreadcrumbListLeaf;
  ContactPoint: ContactPointLeaf;
  Course: CourseLeaf;
  CourseInstance: CourseInstanceLeaf;
  CreativeWork: CreativeWorkLeaf;
  EducationalOrganization: EducationalOrganizationLeaf;
  EntryPoint: EntryPointLeaf;
  Event: EventLeaf;
  GeoCoordinates: GeoCoordinatesLeaf;
  GovernmentOrganization: GovernmentOrganizationLeaf;
  GovernmentService: GovernmentServiceLeaf;
  ListItem: ListItemLeaf;
  NGO: NGOLeaf;
  Offer: OfferLeaf;
  OpeningHoursSpecification: OpeningHoursSpecificationLeaf;
  Organization: OrganizationLeaf;
  PeopleAudience: PeopleAudienceLeaf;
  Place: PlaceLeaf;
  PostalAddress: PostalAddressLeaf;
  Schedule: ScheduleLeaf;
  Service: ServiceLeaf;
  ServiceChannel: ServiceChannelLeaf;
  UnitPriceSpecification: UnitPriceSpecificationLeaf;
  VirtualLocation: VirtualLocationLeaf;
  WebPage: WebPageLeaf;
  WebSite: WebSiteLeaf;
}

/** A node of a type of schema.org. */
export type Knoten<A extends keyof Arten = keyof Arten> = Arten[A];

/** What can be said of a type. */
export type Felder<A extends keyof Arten> = Omit<Arten[A], '@type'>;

/**
 * Makes a node. What is undefined or empty is left out: missing is unknown.
 * @example knoten('Place', { name: 'Rathaus' })
 */
export function knoten<A extends keyof Arten>(art: A, felder: Felder<A>): Knoten<A> {
  return { '@type': art, ...ohneLeere(felder) } as unknown as Knoten<A>;
}

/** @returns JSON for a `<script>`: no text of an editor can end it, whatever it says */
export function formatJsonLd(graph: readonly Knoten[]): string {
  const json = JSON.stringify({ '@context': 'https://schema.org', '@graph': graph });
  return json.replace(
    /[<>&\u2028\u2029]/g,
    (zeichen) => `\\u${zeichen.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Between which marks it stands in a page; what is stored on a device does without it. */
export const JSON_LD_IM_HTML = { von: '<script type="application/ld+json">', bis: '</script>' };
