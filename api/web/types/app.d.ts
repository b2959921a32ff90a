/** The API's shapes that the app names, taken from what the OpenAPI document says. */

import type { components } from "./api";

type Schemas = components["schemas"];

export type Caps = Schemas["Caps"];
export type Backtest = Schemas["BacktestCard"];
export type Cameo = Schemas["CameoCard"];
export type Challenge = Pick<Schemas["NewChallenge"], "enrolment_id" | "digits" | "turns" | "expires_at" | "recording_url"> & { notice?: string };
export type ClipCard = Schemas["ClipCard"];
export type DueCheck = Schemas["DueCheck"];
export type Caps = Schemas["Caps"];
export type Enrolment = Schemas["EnrolmentCard"];
export type FeedItem = Schemas["FeedItem"];
export type Grant = Schemas["GrantCard"];
export type Made = Schemas["MadeOfMe"];
export type Me = Schemas["Me"];
export type Revocation = Schemas["Revocation"];
export type Rule = Schemas["Rule"];
export type PersonCard = Schemas["PersonCard"];
export type Profile = Schemas["Profile"];
export type Terms = Schemas["Terms"];
export type Themes = Schemas["Themes"];
export type ProblemBody = { code: string; status: number; title: string; detail: string; [more: string]: unknown };
