"""Send requests to a server: login from the environment, time-outs, a few tries.

KG_STORE_USER and KG_STORE_PASSWORD are sent as they are in the environment. What fails
for a moment is tried again, at most three times.
"""

from __future__ import annotations

import base64
import http.client
import os
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kg.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Remote", "Reply"]

_SECONDS = 60
_TRIES = 4
_PAUSE = 0.2
_AGAIN = {429, 502, 503, 504}
#: What kg's own server says of a query that it stopped: again it would take as long.
_STOPPED = "the query takes longer than"
_GOOD = range(200, 300)
_LOGIN = {401, 403}
_TOLD = 2000


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answers: the status, the type of the body, the body."""

    status: int
    reason: str
    kind: str
    body: bytes

    @property
    def good(self) -> bool:
        """Whether the server did what it was asked for."""
        return self.status in _GOOD

    @property
    def told(self) -> str:
        """What the server says about it, in one line."""
        return " ".join(self.body[:_TOLD].decode("utf-8", "replace").split())


@dataclass(frozen=True, slots=True)
class Remote:
    """A server, by its URL, and how many seconds it may take to answer."""

    url: str
    seconds: float = _SECONDS

    def send(
        self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]
    ) -> Reply:
        """Send a request and give the answer, whatever its status.

        StoreError when the server cannot be reached, is silent or stays overloaded.
        """
        parts = urlsplit(self.url)
        if parts.scheme not in {"http", "https"} or not parts.netloc:
            raise StoreError(self.url, "is no http URL")
        full = f"{self.url.rstrip('/')}/{path}"
        request = urllib.request.Request(  # noqa: S310 - the scheme is checked above
            full, body, _with_login(headers), method=method
        )
        for number in range(_TRIES):
            last = number + 1 == _TRIES
            try:
                reply = _reply(request, self.seconds)
                if last or not _is_passing(reply):
                    return reply
            except (OSError, http.client.HTTPException) as error:
                if _is_timeout(error) or last:
                    raise StoreError(self.url, self._failure(error)) from error
            time.sleep(_PAUSE * 2**number)
        raise StoreError(self.url, "does not answer")

    def refusal(self, reply: Reply) -> StoreError:
        """Give the error for an answer that is none."""
        told = f"answers {reply.status} {reply.reason} {reply.told}".strip()
        if reply.status in _LOGIN:
            told += "; KG_STORE_USER and KG_STORE_PASSWORD say who asks"
        return StoreError(self.url, told)

    def _failure(self, error: OSError | http.client.HTTPException) -> str:
        if _is_timeout(error):
            return f"has not answered in {self.seconds:g} seconds"
        return f"cannot be reached ({getattr(error, 'reason', None) or error})"


def _reply(request: urllib.request.Request, seconds: float) -> Reply:
    try:
        with urllib.request.urlopen(request, timeout=seconds) as answer:  # noqa: S310
            kind = answer.headers.get_content_type()
            return Reply(answer.status, answer.reason, kind, answer.read())
    except urllib.error.HTTPError as error:
        with error:
            return Reply(error.code, str(error.reason), "", error.read(_TOLD))


def _is_passing(reply: Reply) -> bool:
    return reply.status in _AGAIN and _STOPPED not in reply.told


def _is_timeout(error: Exception) -> bool:
    return isinstance(getattr(error, "reason", error), TimeoutError)


def _with_login(headers: Mapping[str, str]) -> dict[str, str]:
    user = os.environ.get("KG_STORE_USER", "")
    if not user:
        return dict(headers)
    password = os.environ.get("KG_STORE_PASSWORD", "")
    login = base64.b64encode(f"{user}:{password}".encode()).decode()
    return {**headers, "Authorization": f"Basic {login}"}
