import type {Theme, ThemeChoice} from '../../text/theme.js';
import type {Store} from '../screen/store.js';
import type {ChatSettings} from './chat-settings.js';
import type {ListedModel} from './model-list.js';
import type {DemoControl, SessionControl} from './slash-context.js';

/** What slash commands and the prompt need of the world outside. */
export type ChatServices = {
	/** What the next request asks for. */
	readonly settings: Store<ChatSettings>;
	readonly demo: DemoControl;
	readonly session: SessionControl;
	/** Asks the models API. Does not reject: what went wrong is said in a sentence. */
	models(): Promise<{readonly models: readonly ListedModel[]; readonly problem: string | null}>;
	/** Asks once streaming and once not, and says who waited how long, or that `interrupted` stopped both. Does not reject. */
	compare(sending: Compared, interrupted: AbortSignal): Promise<string>;
	createTheme(name: ThemeChoice): Theme;
	/** Has a text changed in the person's own editor, which may take over the terminal meanwhile. Does not reject. */
	editText(text: string): Promise<EditedText>;
};

/** A prompt and its place in the conversation: in that of the exchange `before`, after those from `since` on. */
export type Compared = {
	readonly prompt: string;
	readonly before?: number | undefined;
	readonly since?: number | undefined;
};

/** What came back from the editor, or a sentence on why nothing did. */
export type EditedText = {readonly text: string} | {readonly problem: string};
