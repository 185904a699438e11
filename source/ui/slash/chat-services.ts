import type {Prompt} from '../../analysis/prompt.js';
import type {ChatSettings} from '../../messages/request/chat-settings.js';
import type {ToolAnswer, ToolCall} from '../../messages/tools/tool-call.js';
import type {Theme, ThemeChoice} from '../../text/theme.js';
import type {JsonObject} from '../../wire/json.js';
import type {Notify} from '../attention/notify-person.js';
import type {ToolRule} from '../conversation/call-state.js';
import type {FileServices} from '../prompt/file-services.js';
import type {KeptPrompts} from '../prompt/kept-prompts.js';
import type {Store} from '../screen/store.js';
import type {ListedModel} from './model-list.js';
import type {ConfigControl, DemoControl, KnownTool, RequestAdvice, SessionControl} from './slash-context.js';

/** What slash commands and the prompt need from outside. */
export type ChatServices = {
	/** What the next request asks for. */
	readonly settings: Store<ChatSettings>;
	readonly requests: RequestAdvice;
	readonly files: FileServices;
	readonly demo: DemoControl;
	readonly session: SessionControl;
	/** What the command line asks to begin with; `null` from the second call on. */
	takeOpening(): Opening | null;
	readonly prompts: KeptPrompts;
	readonly config: ConfigControl;
	readonly tools: ToolServices;
	/** Asks the models API. Does not reject: a failure is returned as a sentence. */
	models(): Promise<{readonly models: readonly ListedModel[]; readonly problem: string | null}>;
	/** Asks once streaming and once not, and returns how long each took, or that `interrupted` stopped both. Does not reject. */
	compare(sending: Compared, interrupted: AbortSignal): Promise<string>;
	createTheme(name: ThemeChoice): Theme;
	readonly notify: Notify;
	/** Opens a text in the user's editor, which may take over the terminal in the meantime. Does not reject. */
	editText(text: string): Promise<EditedText>;
};

/** What a chat opens with: sent at once, or waiting in the prompt. */
export type Opening = {readonly prompt: Prompt; readonly isSent: boolean};

/** The tools that can be switched on, and their commands. */
export type ToolServices = {
	readonly known: readonly KnownTool[];
	rule(name: string): ToolRule | null;
	/** Runs the command of a call's tool. Does not reject: what went wrong is the answer. */
	run(call: ToolCall, interrupted: AbortSignal): Promise<ToolAnswer>;
};

/**
 * A prompt and its place in the conversation: replacing the exchange `before`, after the exchanges from `since` on. `results` are those of the
 * calls before it.
 */
export type Compared = {
	readonly prompt: Prompt;
	readonly results?: readonly JsonObject[] | undefined;
	readonly before?: number | undefined;
	readonly since?: number | undefined;
};

/** The edited text, or a sentence that says why there is none. */
export type EditedText = {readonly text: string} | {readonly problem: string};
