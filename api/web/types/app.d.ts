/** The API's shapes that the app names, taken from what the OpenAPI document says. */

import type { components } from "./api";

type Schemas = components["schemas"];

export type Caps = Schemas["Caps"];
export type ClipCard = Schemas["ClipCard"];
export type DueCheck = Schemas["DueCheck"];
export type Caps = Schemas["Caps"];
export type FeedItem = Schemas["FeedItem"];
export type Me = Schemas["Me"];
export type Rule = Schemas["Rule"];
export type PersonCard = Schemas["PersonCard"];
export type Profile = Schemas["Profile"];
export type ProblemBody = { code: string; status: number; title: string; detail: string; [more: string]: unknown };
