"""What is typed, pasted and pressed."""

from __future__ import annotations

from PySide6.QtCore import Qt

KEY = Qt.Key
TEXTS = (
    "x", "Dach decken", "屋顶施工", "0", "1", "3d", "2w", "5天", "2 周", "4h", "1.5", "-2d", "0d", "999999d", "3d?",
    "1e9",
    "2026-06-15", "15/6", "6月15日", "今天", "明天", "+5d", "+3天", "2026-02-30", "8888-01-01", "下周一",
    "tomorrow",
    "",
    "50", "50%", "101", "-1", "2", "2FS+1d", "3SS", "2,3", "1FF-2d;4", "99999", "1.1", "前置 2", "Anna",
    "Anna[50%]", "李雷;韩梅梅",
    "Anna[0%]", "=1+1", "<b>fat</b>", "a\tb", "\u202eabc", "😀", "z" * 300,
    "   ", "snet", "ASAP", "yes", "是", "high",
    "\\", "'; --",
)  # fmt: skip
CLIPS = (
    "one", "one\ttwo\tthree", "Ground plan\t6d\nLamps\t3d\n", "A\n\tB\n\t\tC\n\tD\nE", "A\n    B\n        C\n",
    "Name\tDuration\tStart\nPaint\t2d\t2026-07-01\nDry\t1d\t", "名称\t工期\n刷墙\t3天\n晾干\t1天",
    "1. A\n1.1 B\n1.2 C\n2. D",
    "x\tx\tx\tx\tx\tx\tx\tx\n" * 3, "\n\n\n", "\t\t\t", "- a\n  - b\n  - c\n- d", '"quoted\ntwo lines"\t2d',
    "bad\tnonsense\tworse",
    "row\t1d\n" * 40,
)  # fmt: skip
WALK = (
    KEY.Key_Up, KEY.Key_Down, KEY.Key_Left, KEY.Key_Right, KEY.Key_Home, KEY.Key_End, KEY.Key_PageUp, KEY.Key_PageDown,
    KEY.Key_Tab, KEY.Key_Backtab, KEY.Key_Return, KEY.Key_Escape, KEY.Key_F2, KEY.Key_Space, KEY.Key_Delete,
    KEY.Key_Backspace, KEY.Key_Insert,
)  # fmt: skip
KEYS = (
    "Ctrl+Return", "Ins", "Ctrl+Shift+Return", "Ctrl+Del", "Del", "Alt+Shift+Right", "Alt+Shift+Left", "Alt+Shift+Up",
    "Alt+Shift+Down", "Ctrl+F2", "Ctrl+Shift+F2", "Ctrl+Shift+M", "Ctrl+D", "Ctrl+Shift+D", "Ctrl+X", "Ctrl+C",
    "Ctrl+V",
    "Ctrl+Shift+V", "Ctrl+A", "Shift+Space", "Ctrl+Space", "Ctrl+Z", "Ctrl+Y", "Alt+Shift+=", "Alt+Shift+-", "Ctrl+F",
    "F3", "Shift+F3", "Ctrl+Shift+F", "Ctrl+Shift+L", "Ctrl+Alt+L", "Shift+F2", "Ctrl+PgDown", "Ctrl+PgUp", "Alt+Home",
    "Ctrl+Shift+.", "Ctrl+Shift+,", "Ctrl+0", "Ctrl+Alt+0", "Ctrl+G", "F9", "Ctrl+Shift+B", "Ctrl+Alt+H", "Ctrl+K",
    "Ctrl++", "Ctrl+-", "Ctrl+Shift+0", "F2", "Ctrl+1", "Ctrl+2", "Ctrl+3", "F6",
)  # fmt: skip

