# A head.
