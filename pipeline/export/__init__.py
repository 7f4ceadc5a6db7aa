"""Records -> tables: explicit Arrow schemas, whole Parquet files, and what analysts make of them."""

from pipeline.export.dataset import Tables, read_table
from pipeline.export.folder import OutputFolder
from pipeline.export.writer import ShardWriter

__all__ = ["OutputFolder", "ShardWriter", "Tables", "read_table"]
