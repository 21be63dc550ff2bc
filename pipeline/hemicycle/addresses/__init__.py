"""Places that are not on this machine, named by addresses: `s3://bucket/folder`, `sftp://...`."""

from hemicycle.addresses.places import (
    AnyPath,
    RemoteError,
    is_file,
    is_remote,
    reaching,
    remote_path,
    site_of,
    stamps,
)

__all__ = [
    "AnyPath",
    "RemoteError",
    "is_file",
    "is_remote",
    "reaching",
    "remote_path",
    "site_of",
    "stamps",
]
