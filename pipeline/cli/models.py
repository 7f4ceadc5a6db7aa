"""``newsact models``: install, list and verify language models."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.errors import ModelError

app = typer.Typer(no_args_is_help=True, help="Install, list and verify language models.")

_Names = Annotated[list[str] | None, typer.Argument(help="Models by name; the default model without one.")]


@app.command()
def install(
    names: _Names = None,
    wheel: Annotated[Path | None, typer.Option(help="A wheel fetched by other means.", exists=True)] = None,
    force: Annotated[bool, typer.Option("--force", help="Fetch again what is installed.")] = False,
) -> None:
    """Fetch a model with pip, verify its hash and unpack its data into the cache folder.

    Example: newsact models install en_core_web_md-3.8.0

    The cache folder is NEWSACT_CACHE where that is set. An installed spaCy package of the right version is used as is.
    """
    from pipeline.syntax.models import install as install_model
    from pipeline.syntax.models import read_registry

    registry = read_registry()
    for entry in [registry.entry(n) for n in names] if names else [registry.entry()]:
        folder = install_model(entry, force=force, wheel=wheel)
        typer.echo(f"{entry.key}  {folder}")


@app.command("list")
def list_models() -> None:
    """Print the models of the registry and where they are installed.

    Example: newsact models list
    """
    from pipeline.syntax.models import find, read_registry

    registry = read_registry()
    for key, entry in registry.models.items():
        mark = "*" if key == registry.default else " "
        place = find(entry.name, entry.version)
        typer.echo(f"{mark} {key:24} {entry.licence:6} {place or 'not installed'}")
    typer.echo("* default")


@app.command()
def verify(names: _Names = None) -> None:
    """Compare the files of installed models with the hashes in the registry.

    Example: newsact models verify
    """
    from pipeline.resources import tree_hash
    from pipeline.syntax.models import locate, read_registry

    registry = read_registry()
    for entry in [registry.entry(n) for n in names] if names else [registry.entry()]:
        folder = locate(entry.name, entry.version)
        found = tree_hash(folder)
        if found != entry.tree_sha256:
            raise ModelError(
                f"{entry.key} in {folder} hashes to {found}, the registry has {entry.tree_sha256}: "
                f"run 'newsact models install {entry.key} --force'"
            )
        typer.echo(f"{entry.key}  right  {folder}")
