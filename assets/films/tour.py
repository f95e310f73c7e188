"""What the tour film shows and says; called by make.

tour.py pages                      the pages to take pictures of: page and staff number, one a line
tour.py form                       width, height and frames a second, as GStreamer's rawvideoparse takes them
tour.py frames LANGUAGE FOLDER     the film's frames, raw RGB, to the standard output
"""
import subprocess
import sys
from dataclasses import dataclass

WIDTH, HEIGHT, RATE = 1280, 896, 12
BAND = 108  # below the picture: what is said
PICTURE = HEIGHT - BAND

INK, PAPER, ACCENT, QUIET = (255, 255, 255), (27, 37, 51), (92, 164, 255), (178, 190, 206)

# Seconds of one page: the whole of it, on the way nearer, near; and of the change to the next.
WHOLE, MOVE, NEAR, FADE = 2.4, 0.6, 3.2, 0.3
CARD = 4.5


@dataclass
class Scene:
    page: str
    person: str  # staff number in the sample department
    near: tuple  # left, top, width of what is brought near, as shares of the picture
    words: dict  # per language: whose page it is, what it is for, what to do there


SCENES = [
    Scene("today", "00003", (0.165, 0.08, 0.78), {
        "en": ("Trainer · Today", "Everybody begins here: what waits, the nearest first.",
               "Enter does the first thing; a number does its line."),
        "zh_CN": ("讲师 · 今天", "每个人都从这里开始：待办事项，最近的在前。", "按 Enter 做第一件事，按数字做对应的一件。")}),
    Scene("roll", "00003", (0.165, 0.20, 0.80), {
        "en": ("Trainer · Roll", "Who is there? One key marks one person.",
               "P present, L late, A absent: each key is kept at once."),
        "zh_CN": ("讲师 · 点名", "谁到了？一个键登记一个人。", "P 到课，L 迟到，A 旷课：每按一键立即保存。")}),
    Scene("course", "00003", (0.165, 0.08, 0.835), {
        "en": ("Trainer · Course", "What is taught in the three days, half day by half day.",
               "F2 changes it in forms; cohorts keep the version they began with."),
        "zh_CN": ("讲师 · 课程", "三天教什么，半天半天地列出来。", "按 F2 用表单修改；培训班沿用开班时的版本。")}),
    Scene("training", "01007", (0.57, 0.25, 0.43), {
        "en": ("Trainee · My training", "A new hire sees what comes next, and how it stands.",
               "What is met, and what is left to do, step by step."),
        "zh_CN": ("新人 · 我的培训", "新人看得到下一课是什么，自己到了哪一步。", "哪些已达到，还差哪几步，一条一条列明。")}),
    Scene("evidence", "01017", (0.165, 0.06, 0.835), {
        "en": ("Trainee · Evidence", "Half days on the floor, films and exercises.",
               "A sheet says whom one watched and what one learnt."),
        "zh_CN": ("新人 · 过程材料", "跟岗半天、视频和练习。", "跟岗表写明看了谁、学到了什么。")}),
    Scene("pairing", "00001", (0.165, 0.08, 0.835), {
        "en": ("Manager · Pairing", "Each new hire is led by one experienced agent.",
               "P proposes the best pairs, and says why."),
        "zh_CN": ("客服经理 · 结对", "每位新人由一位老员工一对一带教。", "按 P 提出最合适的结对，并说明理由。")}),
    Scene("log", "00011", (0.165, 0.17, 0.56), {
        "en": ("Mentor · Log", "The mentor writes down what was practised each day.",
               "A skill rises level by level, each with its proof."),
        "zh_CN": ("带教人 · 带教日志", "带教人每天记下练了什么。", "技能逐级签核，每一级都有日志为凭。")}),
    Scene("chats", "00011", (0.585, 0.20, 0.415), {
        "en": ("Mentor · Chats", "Twenty chats a day are read, by keyboard alone.",
               "Space passes a chat; a digit names what failed in it."),
        "zh_CN": ("带教人 · 聊天抽查", "每天抽查二十条聊天，只用键盘。", "空格键通过，数字键记下哪一项不合格。")}),
    Scene("points", "00001", (0.55, 0.20, 0.45), {
        "en": ("Manager · Points", "Twenty-six points a month, every deduction with its line.",
               "An appeal is decided by somebody else than the reader."),
        "zh_CN": ("客服经理 · 考核分", "每月二十六分，每次扣分都附原句。", "申诉由抽查人以外的人裁定。")}),
    Scene("readiness", "00001", (0.165, 0.08, 0.835), {
        "en": ("Manager · Readiness", "Who can go live, and what the others lack.",
               "Enter shows what is behind a cell; D decides."),
        "zh_CN": ("客服经理 · 上岗准备度", "谁可以上岗，其他人还差什么。", "按 Enter 看单元格的依据，按 D 作决定。")}),
    Scene("reports", "00001", (0.165, 0.15, 0.80), {
        "en": ("Manager · Reports", "Registers, matrices, charts, records, certificates.",
               "As pages to print, or as tables to work on."),
        "zh_CN": ("客服经理 · 报表", "签到表、出勤表、图表、档案和证书。", "可以打印成页，也可以存成表格。")}),
    Scene("history", "00001", (0.165, 0.08, 0.76), {
        "en": ("Manager · History", "Who set what, when, and from what to what.",
               "Nothing that was kept is ever lost or rewritten."),
        "zh_CN": ("客服经理 · 历史", "谁在什么时候把什么改成了什么。", "保存过的内容不会丢失，也不会被改写。")}),
]

OPENING = {
    "en": ("Fledgling", "From a new hire's first day to going live", "A tour in a minute and a half"),
    "zh_CN": ("Fledgling", "从新人第一天到独立上岗", "一分半钟看完各个页面"),
}
CLOSING = {
    "en": ("Three keys to remember",
           [("Ctrl+K", "finds any person, session, page or action"), ("F1", "says which keys work on a page"),
            ("Ctrl+Z", "takes back what you just did")],
           "This film again: Help – Film"),
    "zh_CN": ("记住三个键",
              [("Ctrl+K", "查找任何人、课次、页面或操作"), ("F1", "告诉您本页有哪些按键"), ("Ctrl+Z", "撤销刚才的操作")],
              "重看影片：帮助 – 影片"),
}


def frames(language, folder):
    from PIL import Image, ImageDraw, ImageFont

    fonts = {}

    def font(size, bold=False):
        if (size, bold) not in fonts:
            wanted = "Noto Sans CJK SC" + (":bold" if bold else "")
            path, index = subprocess.run(["fc-match", "-f", "%{file}\n%{index}", wanted], check=True, capture_output=True,
                                         text=True).stdout.split("\n")
            fonts[size, bold] = ImageFont.truetype(path, size, index=int(index))
        return fonts[size, bold]

    def page(name):
        return Image.open(f"{folder}/{language}.{name}.png").convert("RGB")

    def whole(picture):
        """Left, top, width of the widest part that has the shape of the film's picture."""
        width, height = picture.size
        return 0.0, 0.0, float(min(width, height * WIDTH / PICTURE))

    def cut(picture, box):
        left, top, width = box
        size = (WIDTH, PICTURE)
        corners = (left, top, left + width, top + width * PICTURE / WIDTH)
        return picture.resize(size, Image.LANCZOS, box=corners)

    def nearer(picture, near):
        width = picture.size[0] * near[2]
        height = width * PICTURE / WIDTH
        return (min(picture.size[0] * near[0], picture.size[0] - width),
                min(picture.size[1] * near[1], picture.size[1] - height), width)

    def between(one, other, share):
        eased = share * share * (3 - 2 * share)
        return tuple(a + (b - a) * eased for a, b in zip(one, other))

    def said(who, words, place):
        band = Image.new("RGB", (WIDTH, BAND), PAPER)
        draw = ImageDraw.Draw(band)
        draw.rectangle((0, 0, round(WIDTH * place), 3), fill=ACCENT)
        draw.text((36, 32), who, font=font(23), fill=ACCENT, anchor="lm")
        draw.text((36, 72), words, font=font(33, True), fill=INK, anchor="lm")
        return band

    def together(picture, band):
        frame = Image.new("RGB", (WIDTH, HEIGHT))
        frame.paste(picture, (0, 0))
        frame.paste(band, (0, PICTURE))
        return frame

    def opening():
        name, first, second = OPENING[language]
        card = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
        icon = Image.open(f"{folder}/icon.png").convert("RGBA")
        icon = icon.resize((180, 180), Image.LANCZOS)
        card.paste(icon, ((WIDTH - 180) // 2, 190), icon)
        draw = ImageDraw.Draw(card)
        draw.text((WIDTH / 2, 450), name, font=font(76, True), fill=INK, anchor="mm")
        draw.text((WIDTH / 2, 545), first, font=font(36), fill=INK, anchor="mm")
        draw.text((WIDTH / 2, 615), second, font=font(28), fill=QUIET, anchor="mm")
        return card

    def closing():
        title, keys, again = CLOSING[language]
        card = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
        draw = ImageDraw.Draw(card)
        draw.text((WIDTH / 2, 220), title, font=font(52, True), fill=INK, anchor="mm")
        for at, (key, does) in enumerate(keys):
            y = 350 + at * 92
            draw.rounded_rectangle((250, y - 32, 430, y + 32), 12, outline=ACCENT, width=3)
            draw.text((340, y), key, font=font(30, True), fill=ACCENT, anchor="mm")
            draw.text((470, y), does, font=font(32), fill=INK, anchor="lm")
        draw.text((WIDTH / 2, 690), again, font=font(28), fill=QUIET, anchor="mm")
        return card

    def moving(frame):
        """Softened: the eye doesn't mind while something moves, and the film takes half the room."""
        width, height = frame.size
        return frame.resize((width // 2, height // 2), Image.BILINEAR).resize((width, height), Image.BILINEAR)

    def count(seconds):
        return round(seconds * RATE)

    last = None

    def change_to(frame):
        """The frames in which the last one gives way to this one."""
        steps = count(FADE)
        for step in range(1, steps):
            yield moving(Image.blend(last, frame, step / steps))

    def film():
        nonlocal last
        last = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
        card = opening()
        yield from change_to(card)
        for _ in range(count(CARD - FADE)):
            yield card
        last = card
        for at, scene in enumerate(SCENES):
            picture = page(scene.page)
            who, purpose, deed = scene.words[language]
            place = (at + 1) / len(SCENES)
            far, close = whole(picture), nearer(picture, scene.near)
            first = together(cut(picture, far), said(who, purpose, place))
            yield from change_to(first)
            for _ in range(count(WHOLE)):
                yield first
            band = said(who, deed, place)
            for step in range(1, count(MOVE)):
                yield together(moving(cut(picture, between(far, close, step / count(MOVE)))), band)
            last = together(cut(picture, close), band)
            for _ in range(count(NEAR)):
                yield last
        card = closing()
        yield from change_to(card)
        for _ in range(count(CARD + 1)):
            yield card

    raw = seen = None
    for frame in film():
        if frame is not seen:
            seen, raw = frame, frame.tobytes()
        sys.stdout.buffer.write(raw)


def main(arguments):
    if arguments == ["pages"]:
        for scene in SCENES:
            print(scene.page, scene.person)
    elif arguments == ["form"]:
        print(f"width={WIDTH} height={HEIGHT} framerate={RATE}/1")
    elif len(arguments) == 3 and arguments[0] == "frames":
        frames(*arguments[1:])
    else:
        sys.exit(__doc__)


main(sys.argv[1:])
