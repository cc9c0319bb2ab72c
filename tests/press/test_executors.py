"""The plan runs on any executor: workers that share nothing but a folder make the same bytes."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from projects import Project, project


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Project:
    found = project(tmp_path_factory.mktemp("executors") / "project")
    found.build()
    return found


@pytest.mark.slow
def test_processes_that_do_not_fork_make_the_same_bytes(made: Project) -> None:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as executor:
        made.build("by-spawn", kept=False, anew=True, executor=executor)
    assert made.tree("by-spawn") == made.tree()


@pytest.mark.slow
def test_a_dask_cluster_makes_the_same_bytes(made: Project, tmp_path: Path) -> None:
    from distributed import Client, LocalCluster

    with (
        LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None, local_directory=str(tmp_path)
        ) as cluster,
        Client(cluster) as client,
    ):
        made.build("by-dask", kept=False, anew=True, executor=client.get_executor(pure=False))
    assert made.tree("by-dask") == made.tree()
