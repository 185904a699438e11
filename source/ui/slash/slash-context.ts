import type {Store} from '../screen/store.js';
import type {ChatSettings} from './chat-settings.js';
import type {ModelList} from './model-list.js';

/** What commands see and what they can do. */
export type SlashContext = {
	readonly settings: Store<ChatSettings>;
	/** The models as far as they are listed. */
	models(): ModelList;
	readonly demo: DemoControl;
	readonly conversation: ConversationControl;
	readonly session: SessionControl;
	readonly screen: ScreenControl;
};

export type DemoSpeed = number | 'max';

/** The embedded demo, and the way between it and the live API. */
export type DemoControl = {
	readonly scenarios: ReadonlyArray<{readonly name: string; readonly summary: string}>;
	/** `null` while the messages go to the live API. */
	present(): {readonly scenario: string; readonly speed: DemoSpeed} | null;
	/** Plays a scenario from the next request on; without one, goes on with the present one at another speed. */
	play(choice: {readonly scenario?: string; readonly speed?: DemoSpeed}): Promise<void>;
	/** Turns to the live API. Resolves to false where there is no credential for it. */
	goLive(): Promise<boolean>;
};

export type ConversationControl = {
	isAnswering(): boolean;
	/** What was asked last in this conversation, `null` before anything was. */
	lastPrompt(): string | null;
	/** Asks once streaming and once not, beside the conversation: the last prompt in its place, or another one. Says who waited how long. */
	compare(prompt: string | null): Promise<string>;
	/** Begins a new conversation; the trace goes on. */
	clear(): void;
	/** Sends the last prompt again in its own place, to another model if one is named. */
	retry(model: string | null): void;
	/** What is sent next takes the place of the last turn. */
	edit(): void;
	/** The text of the last answer. */
	answer(): string | null;
	/** A code block of the last answer, counted from 1. */
	codeBlock(number: number): string | null;
};

/** The session that is recorded, and the way to others. */
export type SessionControl = {
	/** Its title, `null` where nobody gave it one. */
	title(): string | null;
	/** Gives it a title. Returns false where nothing is recorded. */
	setTitle(title: string): boolean;
	/** Its turns, each by the number of its exchange. */
	turns(): ReadonlyArray<{readonly exchange: number; readonly prompt: string}>;
	/** Goes on from the end of a turn in a new session. */
	fork(exchange: number): Promise<void>;
	/** Has the person choose another session. */
	choose(): void;
	readonly exportFormats: readonly string[];
	/** Writes the session to a file. Rejects with an error that says why it could not be written. */
	export(request: ExportRequest): Promise<WrittenExport>;
};

/** `file` is `null` where the name is left to the program. */
export type ExportRequest = {
	readonly format: string;
	readonly isRedacted: boolean;
	readonly file: string | null;
};

/** The name of the file, and what is not in it. */
export type WrittenExport = {
	readonly file: string;
	readonly notes: readonly string[];
};

export type ScreenControl = {
	readonly themes: readonly string[];
	theme(): string;
	setTheme(name: string): void;
	/** Shows or hides the event log; returns whether it is shown now. */
	toggleEvents(): boolean;
	openHelp(): void;
	/** Gives a text to the clipboard and says, in a word, which way it went. */
	copy(text: string): Promise<string>;
	leave(): void;
};
