import type {ModelFacts, ThinkingType} from '../messages/models.js';
import {effortLevels, modelFacts} from '../messages/models.js';
import {isObject, type Json, type JsonObject, objectAt} from '../wire/json.js';

const thinkingTypes: readonly ThinkingType[] = ['adaptive', 'enabled', 'disabled', 'between_tools'];

/**
 * What the models API says of a model, over what the built-in table knows; `null` where neither knows what it takes. Gateways leave most of it
 * out. Its fields: https://platform.claude.com/docs/en/api/models/list
 */
export function factsOfInfo(info: JsonObject): ModelFacts | null {
	const id = String(info.id);
	const known = modelFacts(id);
	const capabilities = capabilityFacts(info.capabilities) ?? known;
	if (capabilities === null) {
		return null;
	}

	const {thinking, efforts, takesImages, takesPdfs} = capabilities;
	return {
		...(known ?? unknownLine),
		...{thinking, efforts, takesImages, takesPdfs},
		id,
		name: typeof info.display_name === 'string' ? info.display_name : (known?.name ?? id),
		lifecycle: lifecycleOf(info.lifecycle, known),
		retiresAt:
			typeof info.retires_at === 'string' ? info.retires_at.slice(0, 10) : (known?.retiresAt ?? null),
		contextWindow: sizeOf(info.max_input_tokens) ?? known?.contextWindow ?? null,
		maxOutput: sizeOf(info.max_tokens) ?? known?.maxOutput ?? null,
	};
}

/** The models API has no word for a legacy model, which is active. */
function lifecycleOf(said: Json | undefined, known: ModelFacts | null): ModelFacts['lifecycle'] {
	const legacyOrActive = known?.lifecycle === 'legacy' ? 'legacy' : 'active';
	return said === 'deprecated' || said === 'retired'
		? said
		: said === 'active'
			? legacyOrActive
			: (known?.lifecycle ?? 'active');
}

const unknownLine = {
	successor: null,
	thinksByDefault: true,
	maxEffortWithoutThinking: null,
} as const;

type Capabilities = Pick<ModelFacts, 'thinking' | 'efforts' | 'takesImages' | 'takesPdfs'>;

function capabilityFacts(capabilities: Json | undefined): Capabilities | null {
	if (!isObject(capabilities)) {
		return null;
	}

	const types = objectAt(objectAt(capabilities, 'thinking'), 'types');
	const effort = objectAt(capabilities, 'effort');
	return {
		thinking: thinkingTypes.filter(type => isSupported(types[type])),
		efforts: effortLevels.filter(level => isSupported(effort[level])),
		takesImages: isSupported(capabilities.image_input),
		takesPdfs: isSupported(capabilities.pdf_input),
	};
}

function isSupported(capability: Json | undefined): boolean {
	return isObject(capability) && capability.supported === true;
}

function sizeOf(size: Json | undefined): number | null {
	return typeof size === 'number' && size > 0 ? size : null;
}
