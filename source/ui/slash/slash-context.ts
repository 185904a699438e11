import type {Prompt} from '../../analysis/prompt.js';
import type {ChatSettings} from '../../messages/request/chat-settings.js';
import type {ToolAnswer} from '../../messages/tools/tool-call.js';
import type {JsonObject} from '../../wire/json.js';
import type {NotifyWay, WindowFocus} from '../attention/attention-state.js';
import type {FileList, FileServices} from '../prompt/file-services.js';
import type {UnkeptSetting} from '../screen/keeping-state.js';
import type {PaneSizes} from '../screen/pane-state.js';
import type {Store} from '../screen/store.js';
import type {ModelList} from './model-list.js';

/** What commands can read and do. */
export type SlashContext = {
	readonly settings: Store<ChatSettings>;
	/** The models listed so far. */
	models(): ModelList;
	/** The files listed so far. */
	listedFiles(): FileList;
	readonly files: FileServices;
	readonly requests: RequestAdvice;
	readonly demo: DemoControl;
	readonly conversation: ConversationControl;
	/** The tools that can be switched on by name. */
	readonly tools: readonly KnownTool[];
	readonly calls: CallControl;
	readonly session: SessionControl;
	readonly config: ConfigControl;
	readonly screen: ScreenControl;
};

/** A field of the config file: its value in force and where that comes from, as words; the values that can be listed; the words after 'Use'. */
export type ConfigField = {
	readonly name: string;
	readonly value: string;
	readonly from: string;
	readonly values: readonly string[];
	readonly allowed: string;
};

/** The config file. Both changes resolve to what was done, in a sentence, and reject with an error that says why not. */
export type ConfigControl = {
	fields(): readonly ConfigField[];
	/** The values in force now, by their fields, as the config file would hold them. */
	values(): ReadonlyMap<string, unknown>;
	/** Keeps values as in the config file; `undefined` removes a field. */
	keep(fields: Readonly<Record<string, unknown>>): Promise<string>;
	/** Reads a typed value, keeps it, and changes this chat as far as that is possible. `reset` removes the field. */
	set(name: string, text: string): Promise<string>;
};

/** What is known before a request is sent. */
export type RequestAdvice = {
	/**
	 * Why a request with the prompt would be refused and what to do instead; `null` where nothing is known against it. Goes to `model` if one is
	 * named, and replaces the exchange `before`.
	 */
	refusal(model: string | null, prompt?: Prompt, before?: number | null): string | null;
	/** Whether and when a model retires, and what comes after it; `null` for one that stays. */
	ending(model: string): string | null;
	/** The levels of effort that a model takes, the least first. */
	efforts(model: string): readonly string[];
};

export type DemoSpeed = number | 'max';

/** The embedded demo, and switching between it and the live API. */
export type DemoControl = {
	readonly scenarios: ReadonlyArray<{readonly name: string; readonly summary: string}>;
	/** The scenario and speed, and where the scenario is if it is one of a file; `null` while messages go to the live API. */
	present(): {readonly scenario: string; readonly speed: DemoSpeed; readonly file?: string} | null;
	/** Plays a scenario from the next request on. Without one, keeps the scenario and changes the speed. */
	play(choice: {readonly scenario?: string; readonly speed?: DemoSpeed}): Promise<void>;
	/** Switches to the live API. Resolves to false if it has no credential. */
	goLive(): Promise<boolean>;
};

export type ConversationControl = {
	isAnswering(): boolean;
	/** The prompts that wait for the answer to end, as they are shown. */
	queued(): readonly string[];
	/** Takes a prompt out of the queue: by its index, or −1 for the newest. `null` if there is none. */
	takeBack(index: number): Prompt | null;
	/** The last prompt of this conversation; `null` before the first. */
	lastPrompt(): Prompt | null;
	/**
	 * Asks once streaming and once not, outside the conversation: the last prompt in its place, or another one. Resolves to how long each
	 * took.
	 */
	compare(prompt: string | null): Promise<string>;
	/** Begins a new conversation. The trace continues. */
	clear(): void;
	/** Sends the last prompt again in its own place, to another model if one is named. */
	retry(model: string | null): void;
	/** The next prompt replaces the last turn. */
	edit(): void;
	/** The text of the last answer. */
	answer(): string | null;
	/** A code block of the last answer, counted from 1. */
	codeBlock(number: number): string | null;
};

/** A tool that can be switched on: what the request then holds, and a few words about it. */
export type KnownTool = {readonly name: string; readonly definition: JsonObject; readonly summary: string};

/** Answering the calls of tools from the prompt. */
export type CallControl = {
	/** The first call without an answer, and the command of its tool; `paused` for a turn that only waits to go on; `null` if nothing waits. */
	open(): {readonly name: string; readonly command: string | null} | 'paused' | null;
	answer(answer: ToolAnswer): void;
	run(): void;
	/** Continues a paused turn. */
	carryOn(): void;
};

/** The recorded session, and switching to others. */
export type SessionControl = {
	/** Its title; `null` if it has none. */
	title(): string | null;
	/** Sets its title. Returns false if nothing is being recorded. */
	setTitle(title: string): boolean;
	/** Its turns, each by the number of its exchange. */
	turns(): ReadonlyArray<{readonly exchange: number; readonly prompt: string}>;
	/** Continues from the end of a turn in a new session. */
	fork(exchange: number): Promise<void>;
	/** Opens the newest other session. Resolves to why not, in a sentence, or to `null`. */
	openLast(): Promise<string | null>;
	/** Lets the user choose another session. */
	choose(): void;
	readonly exportFormats: readonly string[];
	/** Writes the session to a file. Rejects with an error that says why it could not be written. */
	export(request: ExportRequest): Promise<WrittenExport>;
};

/** `file` is `null` if the program chooses the name. */
export type ExportRequest = {
	readonly format: string;
	readonly isRedacted: boolean;
	/** Only what lies between the two bookmarks that were set last. */
	readonly isBetween: boolean;
	readonly file: string | null;
};

/** The name of the file, and notes on what was left out. */
export type WrittenExport = {
	readonly file: string;
	readonly notes: readonly string[];
};

export type ScreenControl = {
	readonly themes: readonly string[];
	/** The theme that was chosen, and the one that `auto` amounts to. */
	theme(): {readonly choice: string; readonly name: string};
	setTheme(name: string): void;
	/** Whether the mouse is the chat's, or the terminal's. */
	hasMouse(): boolean;
	setMouse(isOn: boolean): void;
	/** How a person is notified who is looking elsewhere. */
	notify(): NotifyWay;
	setNotify(way: NotifyWay): void;
	/** Notifies now. Resolves to what was sent, in a few words. */
	testNotify(): Promise<string>;
	windowFocus(): WindowFocus;
	/** Whether answers are shown rendered. */
	isMarkdown(): boolean;
	showMarkdown(isOn: boolean): void;
	/** Whether every prompt stops at its request. */
	isStepping(): boolean;
	setStepping(isOn: boolean): void;
	/** The sizes of the panes, and back to the default. */
	layout(): PaneSizes;
	resetLayout(): void;
	/** Shows or hides the event log; returns whether it is shown now. */
	toggleEvents(): boolean;
	/** Remembers settings that were changed but not kept. Returns which key keeps them, in a few words; `null` if nothing is to be kept. */
	offerToKeep(changes: readonly UnkeptSetting[]): string | null;
	openHelp(): void;
	/** Shows two exchanges side by side. What is not named is chosen. */
	openDiff(exchanges: readonly number[]): void;
	/** Copies a text to the clipboard. Resolves to the ways it took and what is known of them, in a few words. */
	copy(text: string): Promise<string>;
	leave(): void;
};
