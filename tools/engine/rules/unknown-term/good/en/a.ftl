-host = the host
host-left = The class ended: { -host } left
host-back = Back: { -host(case: "upper") }
