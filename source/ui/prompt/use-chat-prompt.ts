import {useCallback, useEffect, useEffectEvent, useMemo, useRef, useState} from 'react';
import {continuesTurn, wholePromptOf} from '../../analysis/conversation.js';
import {turnStart} from '../../analysis/open-calls.js';
import {joinPrompts, type Prompt} from '../../analysis/prompt.js';
import {itemsOf} from '../../trace/persistent-list.js';
import {selectGivenResults, selectLeftWords} from '../conversation/call-reducer.js';
import {type StartChoice, startLines} from '../conversation/start-choices.js';
import type {MessageStream} from '../hooks/use-message-stream.js';
import {useStore} from '../hooks/use-store.js';
import {selectLatest} from '../player/select-view.js';
import type {Copy} from '../screen/copy-reducer.js';
import type {Screen} from '../screen/screen.js';
import type {ScreenStore} from '../screen/screen-store.js';
import {createStore, type Store} from '../screen/store.js';
import type {ChatServices, EditedText} from '../slash/chat-services.js';
import {createSlashContext} from '../slash/create-slash-context.js';
import {isSlashLine} from '../slash/slash-line.js';
import {slashMenu} from '../slash/slash-menu.js';
import {fileMenu} from './file-menu.js';
import {PromptControl} from './prompt-control.js';
import {type PromptEscape, promptEscape} from './prompt-escape.js';
import {noExtras, type PromptExtras} from './prompt-extras.js';
import {createPromptHistory} from './prompt-history.js';
import {PromptLines} from './prompt-lines.js';
import type {PromptMenu} from './prompt-panel.js';
import {promptValue} from './prompt-value.js';
import {type PromptEditor, usePromptEditor} from './use-prompt-editor.js';

export type ChatPromptOptions = {
	readonly store: ScreenStore;
	readonly services: ChatServices & {readonly copy: Copy};
	readonly stream: MessageStream;
	readonly leave: () => void;
	/** Lends the terminal to another program while `run` is in progress. */
	readonly lendTerminal: (run: () => Promise<void>) => Promise<void>;
	/** The width of a row in cells, and the maximum number of rows. */
	readonly width: number;
	readonly maxRows: number;
};

export type ChatPrompt = Pick<PromptExtras, 'reply' | 'editing'> & {
	readonly editor: PromptEditor;
	readonly menu: PromptMenu | null;
	/** What Esc does in the prompt now; `null` if it acts outside the prompt. */
	readonly escape: PromptEscape | null;
	/** Does what was chosen on the start screen. */
	readonly start: (choice: StartChoice) => void;
	/** Stops the current answer. The prompts queued behind it go back into the prompt. */
	readonly interrupt: () => void;
	/** Puts the prompt of a turn into the prompt. The next one that is sent replaces it. */
	readonly editTurn: (exchange: number) => void;
	/** Removes the reply of the last command. */
	readonly forgetReply: () => void;
};

/** The prompt of a chat: its editor, the slash commands with their menu, the history, and the queue. */
export function useChatPrompt(options: ChatPromptOptions): ChatPrompt {
	const {store: screen, services, stream, leave, lendTerminal, width, maxRows} = options;
	const {send, isAnswering, takeBack, interrupt: stop} = stream;
	const queued = useRef(stream.queued);
	queued.current = stream.queued;
	const [store] = useState(() => createStore(noExtras));
	const [history] = useState(() => createPromptHistory(services.prompts.earlier));
	const extras = useStore(store);
	const written = useRef<PromptEditor | null>(null);

	const comparison = useRef(new AbortController());
	const interrupt = useCallback(() => {
		comparison.current.abort();
		const unanswered = unansweredPrompt(screen.newest());
		const waiting = [...(unanswered === null ? [] : [unanswered]), ...stop()];
		const prompt = written.current;
		if (waiting.length > 0 && prompt !== null) {
			prompt.setText(joinPrompts([...waiting, promptValue(prompt.newest())]));
		}
	}, [screen, stop]);

	const editTurn = useCallback(
		(exchange: number) => {
			const {exchanges} = screen.newest().live;
			const before = [...itemsOf(exchanges)].filter(view => view.exchange <= exchange);
			const view = before.at(-1);
			const turn = view && turnStart(before, view);
			if (turn !== undefined) {
				store.update(state => ({...state, editing: turn.exchange}));
				written.current?.setText(wholePromptOf(turn));
			}
		},
		[screen, store],
	);

	const {context, lines, control} = useMemo(() => {
		const slash = createSlashContext(screen, services, {
			models: () => store.state.models,
			listedFiles: () => store.state.files,
			isAnswering,
			queued: () => queued.current,
			takeBack,
			send,
			interrupt,
			comparison() {
				comparison.current = new AbortController();
				return comparison.current.signal;
			},
			setEditing: editing => store.update(state => ({...state, editing})),
			leave,
			copy: services.copy,
		});
		const lines = new PromptLines(store, slash, {
			send(prompt, before, isStopped) {
				services.prompts.keep(prompt);
				const newest = screen.newest();
				const left = before === null ? selectLeftWords(newest) : null;
				screen.dispatch({name: 'sendPrompt', isStopped});
				screen.dispatch({name: 'forgetCalls'});
				const results = selectGivenResults(newest);
				send({prompt, before: before ?? undefined, ...(results.length === 0 ? {} : {results})});
				if (left !== null) {
					screen.dispatch({name: 'say', notice: left});
				}
			},
			leave,
		});
		const control = new PromptControl(store, slash, lines, {
			keepDraft(draft) {
				history.addDraft(draft);
				services.prompts.keep(draft);
			},
			openEditor: text => editIn(lendTerminal, services, text),
		});
		return {context: slash, lines, control};
	}, [screen, services, store, history, send, isAnswering, takeBack, interrupt, leave, lendTerminal]);

	const editor: PromptEditor = usePromptEditor({
		history: history.of(stream.view),
		width,
		maxRows,
		onSubmit: (prompt, isStopped) => lines.submit(prompt, editor, isStopped),
		canSendAndStop: () => screen.newest().isPresenting,
		onCommand: (command, state) => control.press(command, state, editor),
		isActive: false,
	});

	written.current = editor;
	const begin = useEffectEvent(() => {
		const opening = services.takeOpening();
		if (opening?.isSent) {
			lines.submit(opening.prompt, editor);
		} else if (opening !== null) {
			editor.setText(opening.prompt);
		}
	});
	useEffect(begin, []);
	const start = (choice: StartChoice) =>
		void lines.runLines(startLines(choice, services.demo.present()?.scenario ?? null), editor);

	const hasKeys =
		screen.state.focus === 'prompt' && screen.state.overlay === null && screen.state.field === null;
	const isOpen = screen.state.focus === 'prompt' && editor.state.search === null;
	const {text, cursor} = editor.state;
	const menu = isOpen ? slashMenu(text, extras.menu, context) : null;
	const files = useMemo(
		() => (isOpen && !isSlashLine(text) ? fileMenu({text, cursor}, extras.menu, extras.files) : null),
		[isOpen, text, cursor, extras.menu, extras.files],
	);
	useModelList(store, services.models, menu?.command === 'model' || menu?.command === 'retry');
	useFileList(store, services.files.list, files !== null || menu?.command === 'attach');
	return {
		editor,
		menu: menu ?? files,
		escape: hasKeys ? promptEscape(editor.state, extras, context) : null,
		reply: extras.reply,
		editing: extras.editing,
		start,
		interrupt,
		editTurn,
		forgetReply: () => lines.forgetReply(),
	};
}

/** The prompt of an exchange of which no byte has come yet; `null` if one has, or if it only continues a turn. */
function unansweredPrompt(screen: Screen): Prompt | null {
	const latest = selectLatest(screen);
	const isUnanswered = latest?.phase === 'connecting' && latest.attempts.at(-1)?.response === null;
	return latest !== null && isUnanswered && !continuesTurn(latest) ? wholePromptOf(latest) : null;
}

/** Edits a text in another program while the terminal is lent to it. */
async function editIn(
	lendTerminal: ChatPromptOptions['lendTerminal'],
	{editText}: ChatServices,
	text: string,
): Promise<EditedText> {
	let edited: EditedText = {text};
	await lendTerminal(async () => {
		edited = await editText(text);
	});
	return edited;
}

/** Fetches the models whenever they are needed. The known ones stay in the meantime. */
function useModelList(store: Store<PromptExtras>, list: ChatServices['models'], isWanted: boolean): void {
	useEffect(() => {
		if (!isWanted) {
			return;
		}

		let isLate = false;
		store.update(state => ({...state, models: {...state.models, isLoading: true}}));
		void list().then(({models, problem}) => {
			if (!isLate) {
				store.update(state => ({...state, models: {models, isLoading: false, problem}}));
			}
		});
		return () => {
			isLate = true;
		};
	}, [store, list, isWanted]);
}

/** Lists the files whenever they are needed. The known ones stay in the meantime. */
function useFileList(
	store: Store<PromptExtras>,
	list: ChatServices['files']['list'],
	isWanted: boolean,
): void {
	useEffect(() => {
		if (!isWanted) {
			return;
		}

		let isLate = false;
		void list().then(paths => {
			if (!isLate) {
				const items = paths.map(label => ({label, description: ''}));
				store.update(state => ({...state, files: {items, isLoading: false}}));
			}
		});
		return () => {
			isLate = true;
		};
	}, [store, list, isWanted]);
}
