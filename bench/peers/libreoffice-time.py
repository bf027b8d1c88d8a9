# Times LibreOffice itself: load, hard recalculation, one changed standard read back, save as xlsx. Prints one JSON line.
# After `lo-time.py` of "the floors of the project". Runs with the system's python3 (Debian package python3-uno):
#   python3 libreoffice-time.py IN.xlsx OUT.xlsx PORT SOFFICE_PID
import json
import os
import sys
import time

import uno
from com.sun.star.beans import PropertyValue

source, target, port, office = sys.argv[1:5]
TICKS = os.sysconf("SC_CLK_TCK")
found = {}


def option(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def children(pid):
    pids = [pid]
    for task in os.listdir("/proc"):
        if not task.isdigit():
            continue
        try:
            with open(f"/proc/{task}/stat") as stat:
                fields = stat.read().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if fields[1] == pid:
            pids += children(task)
    return pids


def cpu():
    total = 0
    for pid in children(office):
        try:
            with open(f"/proc/{pid}/stat") as stat:
                fields = stat.read().rsplit(")", 1)[1].split()
        except OSError:
            continue
        total += int(fields[11]) + int(fields[12])
    return total / TICKS


def step(name, work):
    cpu_before, wall_before = cpu(), time.time()
    answer = work()
    found[name] = {"wallMs": round((time.time() - wall_before) * 1000), "cpuMs": round((cpu() - cpu_before) * 1000)}
    return answer


def desktop():
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    address = f"uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext"
    for _ in range(120):
        try:
            context = resolver.resolve(address)
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except Exception:
            time.sleep(0.5)
    raise SystemExit("LibreOffice did not open its port")


desk = desktop()
document = step(
    "load",
    lambda: desk.loadComponentFromURL("file://" + os.path.abspath(source), "_blank", 0, (option("Hidden", True),)),
)
sheets = document.Sheets
if sheets.hasByName("Summary"):
    summary, standards = sheets.getByName("Summary"), sheets.getByName("Thresholds")
    step("recalculate", document.calculateAll)
    step("recalculateAgain", document.calculateAll)

    def change_and_read():
        standards.getCellByPosition(1, 1).Value = 42.0
        return [summary.getCellByPosition(i, j).Value for i in range(1, 65) for j in range(1, 35)]

    step("changeOneStandard", change_and_read)
step(
    "save",
    lambda: document.storeToURL(
        "file://" + os.path.abspath(target), (option("FilterName", "Calc MS Excel 2007 XML"),)
    ),
)
document.close(True)
found["bytes"] = os.path.getsize(target)
print(json.dumps(found), flush=True)
try:
    desk.terminate()
except Exception:
    pass
