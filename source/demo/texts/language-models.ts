/** How large language models work. */
export const languageModels = `# How large language models work

A large language model does one thing, over and over: **given the text so far, it predicts what comes next.** Everything else, from a poem to a program, comes from doing that well many times in a row.

## 1. Text becomes numbers

The text is cut into *tokens*, pieces of a few characters each. A common word is often one token; a rare one is several. Each token is looked up in a table and becomes a vector, a list of some thousands of numbers.

## 2. Attention mixes them

The vectors pass through a stack of layers called **transformers**. In each layer two things happen:

- *Attention*: every position looks back at earlier positions and takes from them what is useful. This is how “it” finds the noun that it stands for.
- *A feed-forward network*: each position is transformed on its own. Much of what the model knows about the world seems to be kept here.

After the last layer, the vector at the end of the text is turned into one score for every token of the vocabulary.

## 3. One token is drawn

The scores become probabilities, and one token is chosen. The *temperature* says how daring the choice is:

| temperature | effect |
| --- | --- |
| 0 | nearly always the most likely token |
| 1 | in proportion to the probabilities |

The chosen token is appended to the text, and the whole step is done again:

\`\`\`python
tokens = tokenize(prompt)
while True:
    scores = model(tokens)
    token = sample(scores, temperature)
    if token == END:
        break
    tokens.append(token)
\`\`\`

That loop is the reason why an answer can be **streamed**: the first words exist long before the last ones do. Each \`content_block_delta\` in the event log is a few turns of it.

## 4. Where the knowledge comes from

1. **Pretraining.** The model reads a very large amount of text. For each token it guesses the next one, and its billions of weights are nudged so that the guess would have been better.
2. **Fine-tuning.** It is then trained on examples of good answers and on judgements about which of two answers is better, so that it becomes a helpful assistant instead of a mere continuer of texts.

After that the weights no longer change. A conversation is remembered only because it is sent along, whole, with every request.

## What follows from this

- It writes fluently about what is frequent in its data, and less reliably about what is rare.
- It has no separate store of facts to look things up in, so it can be wrong and sound sure.
- It reads and writes tokens, not letters, which makes counting letters oddly hard.
- The longer the text, the more work each new token is, unless intermediate results are kept. That is what *prompt caching* is about.`;
