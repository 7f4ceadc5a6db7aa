"""Holmes over the same texts, in an environment of its own; called by ``throughput.py --holmes PYTHON``.

holmes-extractor 4.2 pins spaCy below 3.6, which cannot read the model; with spaCy 3.8 installed over the pin it works:

    python3.11 -m venv holmes
    holmes/bin/pip install holmes-extractor
    holmes/bin/pip install 'spacy>=3.8,<3.9' 'numpy<2' 'setuptools<80'
    python benchmarks/throughput.py --holmes holmes/bin/python

Its coreference needs a model that is not on PyPI, so it runs without. Reads a JSON list of texts on standard input,
takes the model's folder and the verbs as arguments, prints the words a second of Holmes and of ``nlp.pipe`` beside
it, in processor time, that of Holmes' worker included and its start left out.
"""

import json
import resource
import sys
import time
import warnings

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token
from thinc.api import NumpyOps, set_current_ops


@Language.component("no_coreference")
def no_coreference(doc):
    """Stand where Holmes expects Coreferee, and find no chains."""
    return doc


def spent():
    """Return the processor seconds of this process and of its ended children."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def matched(manager, texts):
    """Return how many matches Holmes finds, and end its worker so that its time is counted."""
    for number, text in enumerate(texts):
        manager.parse_and_register_document(text, str(number))
    found = len(manager.match())
    manager.close()
    for worker in manager.workers:
        worker.join()
    return found


def main():
    """Print one JSON object."""
    path, *verbs = sys.argv[1:]
    texts = json.load(sys.stdin)
    set_current_ops(NumpyOps(use_blis=False))
    alone = spacy.load(path)
    words = sum(len(doc) for doc in alone.pipe(texts, batch_size=32))  # also warms up
    began = time.process_time()
    list(alone.pipe(texts, batch_size=32))
    of_spacy = time.process_time() - began

    for kind in (Doc, Token):
        kind.set_extension("coref_chains", default=(), force=True)
    from holmes_extractor import Manager
    from holmes_extractor import manager as registry

    nlp = spacy.load(path)
    nlp.add_pipe("no_coreference", name="coreferee")
    registry.model_names_to_nlps["model"] = nlp

    def seconds(some):
        began = spent()
        holmes = Manager("model", number_of_workers=1, perform_coreference_resolution=False)
        for verb in verbs:
            holmes.register_search_phrase(f"Somebody will {verb} something", label=verb)
        found = matched(holmes, some)
        return spent() - began, found

    start, _ = seconds(["Rain fell."])
    whole, found = seconds(texts)
    print(json.dumps({"words_per_s": words / (whole - start), "spacy_words_per_s": words / of_spacy, "matches": found}))


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    main()
