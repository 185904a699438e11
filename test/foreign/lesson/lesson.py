# What a lesson on streaming teaches, cell by cell, with any version of the Python SDK. The server is the one of ANTHROPIC_BASE_URL.
import sys
import time

import anthropic

client = anthropic.Anthropic()
MODEL = sys.argv[1]
PROMPT = [{"role": "user", "content": "Write me a 3 word sentence, without a preamble."}]
ESSAY = [{"role": "user", "content": "How do large language models work?"}]


def cell(name):
    print(f"== {name}")


cell("one whole answer")
response = client.messages.create(model=MODEL, max_tokens=1000, messages=PROMPT)
print(response.content[0].text)

cell("raw events")
stream = client.messages.create(model=MODEL, max_tokens=1000, messages=PROMPT, stream=True)
for event in stream:
    print(event.type)

cell("text only")
stream = client.messages.create(model=MODEL, max_tokens=1000, messages=PROMPT, stream=True)
for event in stream:
    if event.type == "content_block_delta":
        print(event.delta.text, flush=True, end="")
print()

cell("usage")
stream = client.messages.create(model=MODEL, max_tokens=1000, messages=PROMPT, stream=True)
for event in stream:
    if event.type == "message_start":
        print("input", event.message.usage.input_tokens)
    elif event.type == "message_delta":
        print("output", event.usage.output_tokens)

cell("time to first token")


def without_streaming():
    start = time.time()
    client.messages.create(model=MODEL, max_tokens=500, messages=ESSAY)
    return time.time() - start


def with_streaming():
    start = time.time()
    with client.messages.create(model=MODEL, max_tokens=500, messages=ESSAY, stream=True) as events:
        for event in events:
            if event.type == "content_block_delta":
                return time.time() - start


def compare_ttft():
    return with_streaming() < without_streaming()


print("streaming is sooner:", compare_ttft())

cell("helpers")
with client.messages.stream(model=MODEL, max_tokens=1000, messages=PROMPT) as stream:
    for text in stream.text_stream:
        print(text, end="", flush=True)
    print()
    print(stream.get_final_message().stop_reason)

cell("chatbot")
history = []
for line in ["Hello", "quit"]:
    if line == "quit":
        print("goodbye")
        break
    history.append({"role": "user", "content": line})
    with client.messages.stream(model=MODEL, max_tokens=1000, messages=history) as stream:
        answer = "".join(stream.text_stream)
    history.append({"role": "assistant", "content": answer})
    print(len(history), "turns")
