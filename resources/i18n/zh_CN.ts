<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>Pilotage</name>
    <message>
      <source> It takes {duration} until {finish}.</source>
      <translation>工期{duration}，至{finish}完成。</translation>
    </message>
    <message>
      <source> · </source>
      <comment>list</comment>
      <translation> · </translation>
    </message>
    <message>
      <source>% complete</source>
      <translation>完成百分比</translation>
    </message>
    <message>
      <source>&amp;Begin with</source>
      <translation>起始计划(&amp;B)</translation>
    </message>
    <message>
      <source>&amp;Calendar</source>
      <translation>日历(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Dates</source>
      <translation>日期顺序(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Duration each time</source>
      <translation>每次工期(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Edit</source>
      <translation>编辑(&amp;E)</translation>
    </message>
    <message>
      <source>&amp;Encoding</source>
      <translation>编码(&amp;E)</translation>
    </message>
    <message>
      <source>&amp;File</source>
      <translation>文件(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;Header row</source>
      <translation>标题行(&amp;H)</translation>
    </message>
    <message>
      <source>&amp;Help</source>
      <translation>帮助(&amp;H)</translation>
    </message>
    <message>
      <source>&amp;Kind of file</source>
      <translation>文件类型(&amp;K)</translation>
    </message>
    <message>
      <source>&amp;List</source>
      <translation>列表(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;List of days</source>
      <translation>节假日清单(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Look in:</source>
      <translation>查找范围(&amp;L)：</translation>
    </message>
    <message>
      <source>&amp;Name of the task</source>
      <translation>任务名称(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Read as</source>
      <translation>导入为(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Reader</source>
      <translation>读者(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Report</source>
      <translation>报告(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Report language</source>
      <translation>报告语言(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Resources</source>
      <translation>资源(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Sheet</source>
      <translation>工作表(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Start</source>
      <translation>开始日期(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;View</source>
      <translation>视图(&amp;V)</translation>
    </message>
    <message>
      <source>(and {count} more)</source>
      <translation>（另有 {count} 项）</translation>
    </message>
    <message>
      <source>(various)</source>
      <translation>（多个值）</translation>
    </message>
    <message>
      <source>({n} more)</source>
      <comment>tasks of a circle</comment>
      <translation>（另有 {n} 个）</translation>
    </message>
    <message>
      <source>+7d, next Monday, 12/1</source>
      <translation>+7d、下周一、12/1</translation>
    </message>
    <message>
      <source>, </source>
      <comment>between days</comment>
      <translation>、</translation>
    </message>
    <message>
      <source>, </source>
      <comment>between parts of a report</comment>
      <translation>，</translation>
    </message>
    <message>
      <source>, </source>
      <comment>list</comment>
      <translation>、</translation>
    </message>
    <message>
      <source>0/100: earned when finished</source>
      <translation>0/100：完成时计入</translation>
    </message>
    <message>
      <source>2026-06-30, +5d, Friday</source>
      <translation>2026-06-30、+5d、下周五</translation>
    </message>
    <message>
      <source>2026-06-30, +5d, Friday, W36</source>
      <translation>2026-06-30、+5d、周五、第36周</translation>
    </message>
    <message>
      <source>2026-10-01, today, +7d</source>
      <translation>2026-10-01、今天、+7d</translation>
    </message>
    <message>
      <source>24 hours</source>
      <translation>24 小时</translation>
    </message>
    <message>
      <source>2d, -1d, 50%</source>
      <translation>2天、-1天、50%</translation>
    </message>
    <message>
      <source>2d, 4h</source>
      <translation>2 天、4 小时</translation>
    </message>
    <message>
      <source>3d, 4h</source>
      <translation>3d、4h</translation>
    </message>
    <message>
      <source>50/50: half when started, half when finished</source>
      <translation>50/50：开始计一半，完成计一半</translation>
    </message>
    <message>
      <source>; </source>
      <translation>；</translation>
    </message>
    <message>
      <source>; </source>
      <comment>list</comment>
      <translation>；</translation>
    </message>
    <message>
      <source>&gt; {n} d</source>
      <translation>&gt; {n} 天</translation>
    </message>
    <message>
      <source>A</source>
      <comment>badge</comment>
      <translation>办</translation>
    </message>
    <message>
      <source>A</source>
      <comment>rating</comment>
      <translation>黄</translation>
    </message>
    <message>
      <source>A Pilotage project, or a plan that Microsoft Project saved as XML.</source>
      <translation>领航项目，或由 Microsoft Project 另存为 XML 的计划。</translation>
    </message>
    <message>
      <source>A bound for the dates. Without one the task goes where its links put it.</source>
      <translation>对日期的限定。没有限定时，任务由链接决定位置。</translation>
    </message>
    <message>
      <source>A click goes to a step. What was taken back stays until the next edit.</source>
      <translation>点击一步即回到该状态。已撤销的步骤会保留到下一次编辑。</translation>
    </message>
    <message>
      <source>A client project with everything in it, to try things out on.</source>
      <translation>一个内容齐全的客户项目，可以随意试用。</translation>
    </message>
    <message>
      <source>A client who reads Amber or Red asks at once how it becomes Green again. Say it here for: {names}. Then the export goes on.</source>
      <translation>客户看到黄灯或红灯，首先会问如何恢复。请在这里写明以下维度的恢复措施：{names}。写完后自动继续导出。</translation>
    </message>
    <message>
      <source>A companion for project managers who run a project for a client: plan it, run it, show it, close it. It works without a network, sends nothing anywhere, and asks for no account.</source>
      <translation>为项目经理而作：替客户规划项目、推进项目、汇报项目、收尾项目。无需网络，不向任何地方发送数据，也不需要账号。</translation>
    </message>
    <message>
      <source>A decision that is decided needs an outcome. Nothing was changed.</source>
      <translation>已决的决策必须写明结论。未作任何更改。</translation>
    </message>
    <message>
      <source>A file can also be dropped on this window.</source>
      <translation>也可以把文件拖到这个窗口里。</translation>
    </message>
    <message>
      <source>A file is still being read or written. Please begin the workshop when that is done.</source>
      <translation>仍有文件正在读取或写入。请在完成后再进入研讨会模式。</translation>
    </message>
    <message>
      <source>A hard constraint holds a task on its date, whatever delays the tasks before it.</source>
      <translation>硬性限制把任务固定在日期上，不管前面的任务拖延多久。</translation>
    </message>
    <message>
      <source>A lag is time in which nothing is planned; a task that says what it is for can be managed.</source>
      <translation>滞后量是没有安排工作的时间；改为写明用途的任务才便于管理。</translation>
    </message>
    <message>
      <source>A lead lets a task begin before what it waits for is done, and hides how much must be done first.</source>
      <translation>提前量让任务在前置任务完成之前开始，看不出究竟要先完成多少。</translation>
    </message>
    <message>
      <source>A link from “{other}” is left out of the schedule: it leads back in a circle.</source>
      <translation>来自“{other}”的依赖关系未参与排程，因为它构成了循环。</translation>
    </message>
    <message>
      <source>A link leads to a task that is not in the project; it is left out.</source>
      <translation>有一条链接指向项目中不存在的任务，未参与计算。</translation>
    </message>
    <message>
      <source>A module holds at most {most} tasks; {count} are selected. Nothing was changed.</source>
      <translation>一个模块最多包含 {most} 项任务，已选 {count} 项。未作任何更改。</translation>
    </message>
    <message>
      <source>A module is a part of a plan: tasks with durations, links and resources. It comes below the current task and follows your calendar from there.</source>
      <translation>模块是计划的一部分：任务及其工期、链接和资源。插入到当前任务之后，日期按本项目的日历推算。</translation>
    </message>
    <message>
      <source>A moment, not work: it takes no time.</source>
      <translation>一个时点而非工作，不占时间。</translation>
    </message>
    <message>
      <source>A new task is drawn</source>
      <translation>画出新任务</translation>
    </message>
    <message>
      <source>A point of the history…</source>
      <translation>历史中的某次编辑…</translation>
    </message>
    <message>
      <source>A recurring task needs an end: a last day or a number of times. Nothing was changed.</source>
      <translation>周期性任务需要一个终点：最后日期或次数。未作任何更改。</translation>
    </message>
    <message>
      <source>A restore point is being made …</source>
      <translation>正在建立还原点…</translation>
    </message>
    <message>
      <source>A row &amp;changes</source>
      <translation>每行更新(&amp;C)</translation>
    </message>
    <message>
      <source>A search takes from 0 to {most} seconds. Nothing was done; say it as in “--seconds 10”.</source>
      <translation>搜索时间须在 0 到 {most} 秒之间。未执行任何操作；写法如“--seconds 10”。</translation>
    </message>
    <message>
      <source>A series needs two values with a step between them, such as dates, numbers or “Phase 1, Phase 2”, and selected cells below them. Nothing was changed.</source>
      <translation>填充序列需要两个有步长的起始值（如日期、数字或“第1阶段、第2阶段”），并在其下选中要填充的单元格。未作任何更改。</translation>
    </message>
    <message>
      <source>A view keeps columns, filter, order, groups and what the chart shows.</source>
      <translation>视图保存列、筛选、排序、分组和图中显示的内容。</translation>
    </message>
    <message>
      <source>A week ago ({date})</source>
      <translation>一周前（{date}）</translation>
    </message>
    <message>
      <source>AC</source>
      <translation>AC</translation>
    </message>
    <message>
      <source>About Pilotage</source>
      <translation>关于领航</translation>
    </message>
    <message>
      <source>Accept</source>
      <translation>接受</translation>
    </message>
    <message>
      <source>Accept chosen moves</source>
      <translation>采纳所选移动</translation>
    </message>
    <message>
      <source>Account manager</source>
      <translation>客户经理</translation>
    </message>
    <message>
      <source>Action</source>
      <translation>事项</translation>
    </message>
    <message>
      <source>Action item</source>
      <translation>行动项</translation>
    </message>
    <message>
      <source>Action items</source>
      <translation>行动项</translation>
    </message>
    <message>
      <source>Action list</source>
      <translation>行动项清单</translation>
    </message>
    <message>
      <source>Action owner</source>
      <translation>措施负责人</translation>
    </message>
    <message>
      <source>Active</source>
      <translation>启用</translation>
    </message>
    <message>
      <source>Activities in progress without an actual start; their recorded start is used: {n}</source>
      <translation>进行中却没有实际开始日期的作业，采用其记录的开始日期：{n}</translation>
    </message>
    <message>
      <source>Activities with a number that another one has, left out: {n}</source>
      <translation>编号与其他作业重复的作业，已略去：{n}</translation>
    </message>
    <message>
      <source>Activity codes, not read: {n}</source>
      <translation>作业分类码，未读取：{n}</translation>
    </message>
    <message>
      <source>Actual cost</source>
      <translation>实际成本</translation>
    </message>
    <message>
      <source>Actual cost (AC)</source>
      <translation>实际成本（AC）</translation>
    </message>
    <message>
      <source>Actual cost: what was spent by the status date.</source>
      <translation>实际成本：到状态日期已花费的金额。</translation>
    </message>
    <message>
      <source>Actual finish</source>
      <translation>实际完成时间</translation>
    </message>
    <message>
      <source>Actual finishes before the actual start, left out: {n}</source>
      <translation>早于实际开始的实际完成日期，已略去：{n}</translation>
    </message>
    <message>
      <source>Actual overtime work</source>
      <translation>实际加班工时</translation>
    </message>
    <message>
      <source>Actual start</source>
      <translation>实际开始时间</translation>
    </message>
    <message>
      <source>Actual time (AT)</source>
      <translation>实际时间（AT）</translation>
    </message>
    <message>
      <source>Actual work</source>
      <translation>实际工时</translation>
    </message>
    <message>
      <source>Ad hoc</source>
      <comment>report</comment>
      <translation>临时</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>添加</translation>
    </message>
    <message>
      <source>Add a level</source>
      <translation>添加一级</translation>
    </message>
    <message>
      <source>Add a name</source>
      <translation>添加姓名</translation>
    </message>
    <message>
      <source>Add a name or number</source>
      <translation>添加名称或编号</translation>
    </message>
    <message>
      <source>Add a row</source>
      <translation>添加一行</translation>
    </message>
    <message>
      <source>Add a sub-task</source>
      <translation>添加子任务</translation>
    </message>
    <message>
      <source>Add a task below</source>
      <translation>在下方添加任务</translation>
    </message>
    <message>
      <source>Add as a new person</source>
      <translation>添加为新人员</translation>
    </message>
    <message>
      <source>Add as a new resource</source>
      <translation>添加为新资源</translation>
    </message>
    <message>
      <source>Add it and open its form (Enter)</source>
      <translation>添加并打开其表单（Enter）</translation>
    </message>
    <message>
      <source>Add recurring task {name}</source>
      <translation>添加周期性任务 {name}</translation>
    </message>
    <message>
      <source>Add recurring task…</source>
      <translation>添加周期性任务…</translation>
    </message>
    <message>
      <source>Add sub-task</source>
      <translation>添加子任务</translation>
    </message>
    <message>
      <source>Add task below</source>
      <translation>在下方添加任务</translation>
    </message>
    <message>
      <source>Add task {name}</source>
      <translation>添加任务“{name}”</translation>
    </message>
    <message>
      <source>Add the first task</source>
      <translation>添加第一个任务</translation>
    </message>
    <message>
      <source>Add unknown people as stakeholders ({n})</source>
      <translation>将未登记的人员加入相关方（{n} 人）</translation>
    </message>
    <message>
      <source>Add {name}</source>
      <translation>添加“{name}”</translation>
    </message>
    <message>
      <source>Add “{name}” as a new person</source>
      <translation>新增人员“{name}”</translation>
    </message>
    <message>
      <source>Add “{name}” as a new resource</source>
      <translation>将“{name}”添加为新资源</translation>
    </message>
    <message>
      <source>Add: type a name, WBS code or number</source>
      <translation>添加：输入名称、WBS 编码或编号</translation>
    </message>
    <message>
      <source>Add: type a name, or Anna [50%]</source>
      <translation>添加：输入名称，或 张三 [50%]</translation>
    </message>
    <message>
      <source>Added</source>
      <comment>variance</comment>
      <translation>新增</translation>
    </message>
    <message>
      <source>Address</source>
      <translation>地址</translation>
    </message>
    <message>
      <source>Add…</source>
      <translation>添加…</translation>
    </message>
    <message>
      <source>After</source>
      <comment>codes</comment>
      <translation>新编码</translation>
    </message>
    <message>
      <source>After</source>
      <comment>value</comment>
      <translation>修改后</translation>
    </message>
    <message>
      <source>After an error of the disk “{name}” can no longer be written safely. Everything saved before is safe; open the file again.</source>
      <translation>磁盘出错后，已无法安全写入“{name}”。此前保存的内容都是安全的；请重新打开该文件。</translation>
    </message>
    <message>
      <source>After this, another project that waits for the task is late.</source>
      <translation>超过此时间，等待本任务的其他项目就会延误。</translation>
    </message>
    <message>
      <source>Against</source>
      <translation>对照</translation>
    </message>
    <message>
      <source>Against the agreed date</source>
      <translation>与约定日期相比</translation>
    </message>
    <message>
      <source>Against the baseline</source>
      <translation>对照基准</translation>
    </message>
    <message>
      <source>Against the plan</source>
      <translation>对照当前计划</translation>
    </message>
    <message>
      <source>Agenda</source>
      <translation>议程</translation>
    </message>
    <message>
      <source>Agenda and minutes</source>
      <translation>议程与纪要</translation>
    </message>
    <message>
      <source>Agile</source>
      <translation>敏捷</translation>
    </message>
    <message>
      <source>All changes saved</source>
      <translation>所有更改已保存</translation>
    </message>
    <message>
      <source>All changes saved {time}</source>
      <translation>所有更改已保存 {time}</translation>
    </message>
    <message>
      <source>All files (*)</source>
      <translation>所有文件 (*)</translation>
    </message>
    <message>
      <source>All of the next 90 days</source>
      <translation>未来 90 天内共有</translation>
    </message>
    <message>
      <source>All of these tasks have begun, and when is a fact. Nothing was changed.</source>
      <translation>这些任务都已开始，开始时间是事实。未作任何更改。</translation>
    </message>
    <message>
      <source>All resources</source>
      <translation>全部资源</translation>
    </message>
    <message>
      <source>All rows are being read …</source>
      <translation>正在读取全部行……</translation>
    </message>
    <message>
      <source>All tasks</source>
      <translation>全部任务</translation>
    </message>
    <message>
      <source>All the way, not only the next tasks</source>
      <translation>延伸到全程，不只相邻任务</translation>
    </message>
    <message>
      <source>Also with Ctrl++ and Ctrl+−.</source>
      <translation>也可按 Ctrl++ 和 Ctrl+−。</translation>
    </message>
    <message>
      <source>Amber</source>
      <comment>rating</comment>
      <translation>黄</translation>
    </message>
    <message>
      <source>An actual date cannot lie after the status date {date}. Nothing was changed.</source>
      <translation>实际日期不能晚于状态日期 {date}。未作任何更改。</translation>
    </message>
    <message>
      <source>An assignment has one resource that is there already. Nothing was changed; add others below.</source>
      <translation>一项分配只对应一个现有资源。未作任何更改；请在下方空行中添加其他资源。</translation>
    </message>
    <message>
      <source>An earlier levelling delay is not needed any more.</source>
      <translation>先前的资源平衡延迟已不再需要。</translation>
    </message>
    <message>
      <source>An edit cannot keep dates that another program calculated: from now on all dates of this plan are calculated by Pilotage. Undo brings the imported dates back.</source>
      <translation>修改之后无法再沿用其他程序计算的日期：本计划的所有日期从现在起由领航计算。撤销即可恢复导入的日期。</translation>
    </message>
    <message>
      <source>An empty plan</source>
      <translation>空白计划</translation>
    </message>
    <message>
      <source>An empty plan or a template, with your working calendar.</source>
      <translation>从空白计划或模板开始，带上您的工作日历。</translation>
    </message>
    <message>
      <source>An inactive task stays in the plan, but counts for nothing.</source>
      <translation>停用的任务仍留在计划中，但不参与任何计算。</translation>
    </message>
    <message>
      <source>Another program has changed “{name}”, so this edit was not made. What you see is unharmed; save a copy of it under another name, then open the file again.</source>
      <translation>其他程序修改了“{name}”，因此本次修改没有生效。您看到的内容完好；请用其他名称另存副本，然后重新打开该文件。</translation>
    </message>
    <message>
      <source>Another program is holding “{name}” open. Nothing was changed; close it there and try again.</source>
      <translation>其他程序正打开着“{name}”。没有改动任何内容；请在该程序中关闭后重试。</translation>
    </message>
    <message>
      <source>Another program is using “{name}” right now. Nothing was changed; try again in a moment.</source>
      <translation>其他程序正在使用“{name}”。没有改动任何内容；请稍后重试。</translation>
    </message>
    <message>
      <source>Another project delivers</source>
      <translation>外部项目交付日期</translation>
    </message>
    <message>
      <source>Another project delivers on {date}; the task cannot start before.</source>
      <translation>外部项目于 {date} 交付，任务不能早于此日期开始。</translation>
    </message>
    <message>
      <source>Another project waits</source>
      <translation>外部项目需要日期</translation>
    </message>
    <message>
      <source>Another project waits for the task from {date} on.</source>
      <translation>外部项目自 {date} 起等待此任务。</translation>
    </message>
    <message>
      <source>Another rating of {name} than the proposed one needs a reason: it is printed in the report. The rating was not changed; write the reason, or take the proposed rating.</source>
      <translation>“{name}”采用与建议不同的评级时必须说明原因，原因会印在报告上。评级未更改；请填写原因，或采用建议评级。</translation>
    </message>
    <message>
      <source>Another time…</source>
      <translation>其他时长…</translation>
    </message>
    <message>
      <source>Apologies</source>
      <translation>请假</translation>
    </message>
    <message>
      <source>Appearance</source>
      <translation>外观</translation>
    </message>
    <message>
      <source>Apply</source>
      <translation>应用</translation>
    </message>
    <message>
      <source>Apply and go on</source>
      <translation>应用并继续</translation>
    </message>
    <message>
      <source>Apply filter and order again</source>
      <translation>重新应用筛选和排序</translation>
    </message>
    <message>
      <source>Approved budget</source>
      <translation>批准预算</translation>
    </message>
    <message>
      <source>Approved by</source>
      <translation>批准人</translation>
    </message>
    <message>
      <source>Approved on</source>
      <translation>批准日</translation>
    </message>
    <message>
      <source>Apr</source>
      <translation>4月</translation>
    </message>
    <message>
      <source>April</source>
      <translation>四月</translation>
    </message>
    <message>
      <source>Around the task</source>
      <translation>任务前后</translation>
    </message>
    <message>
      <source>As agreed</source>
      <comment>variance</comment>
      <translation>与基准一致</translation>
    </message>
    <message>
      <source>As inherited</source>
      <translation>沿用上级</translation>
    </message>
    <message>
      <source>As late as possible</source>
      <translation>越晚越好</translation>
    </message>
    <message>
      <source>As of {date}, against “{name}”, {basis}, because the baseline has nothing {wanted}.</source>
      <translation>截至 {date}，对照基准“{name}”，{basis}（基准中没有{wanted}的数据）。</translation>
    </message>
    <message>
      <source>As of {date}, against “{name}”, {basis}.</source>
      <translation>截至 {date}，对照基准“{name}”，{basis}。</translation>
    </message>
    <message>
      <source>As on the screen, in per cent</source>
      <translation>按屏幕比例（%）</translation>
    </message>
    <message>
      <source>As opened</source>
      <translation>打开时的状态</translation>
    </message>
    <message>
      <source>As planned by the status date</source>
      <translation>到状态日期按计划完成</translation>
    </message>
    <message>
      <source>As proposed: {rating}</source>
      <translation>采用建议：{rating}</translation>
    </message>
    <message>
      <source>As soon as possible</source>
      <translation>越早越好</translation>
    </message>
    <message>
      <source>As stored in the imported file</source>
      <translation>按导入文件中的记录</translation>
    </message>
    <message>
      <source>As the week says</source>
      <translation>按每周模式</translation>
    </message>
    <message>
      <source>As things stand, it finishes on {date}.</source>
      <translation>按目前的计划，{date} 才能完成。</translation>
    </message>
    <message>
      <source>As things stand, it starts on {date}.</source>
      <translation>按目前的计划，{date} 才能开始。</translation>
    </message>
    <message>
      <source>Assessed</source>
      <translation>已评估</translation>
    </message>
    <message>
      <source>Assessment</source>
      <translation>评估</translation>
    </message>
    <message>
      <source>Assign resources to {name}</source>
      <translation>为“{name}”分配资源</translation>
    </message>
    <message>
      <source>Assignment</source>
      <translation>工作分配</translation>
    </message>
    <message>
      <source>Assignments</source>
      <translation>工作分配</translation>
    </message>
    <message>
      <source>Assignments in the period</source>
      <translation>该时段的工作分配</translation>
    </message>
    <message>
      <source>Assignments of a resource that a task already has, joined with the first: {n}</source>
      <translation>同一任务上重复的资源分配，已并入第一个：{n} 个</translation>
    </message>
    <message>
      <source>Assignments of a task or resource that is not in the file, left out: {n}</source>
      <translation>任务或资源不在文件中的工作分配，略去：{n} 个</translation>
    </message>
    <message>
      <source>Assignments of an activity or resource that is not in the file, left out: {n}</source>
      <translation>作业或资源不在文件中的分配，已略去：{n}</translation>
    </message>
    <message>
      <source>Assignments whose work over time no longer fits and is spread anew: {n}</source>
      <translation>分时段工时已不再适用而重新分布的工作分配：{n} 个</translation>
    </message>
    <message>
      <source>Assignments with a resource curve, spread evenly: {n}</source>
      <translation>带资源曲线、已改为平均分摊的工作分配：{n}</translation>
    </message>
    <message>
      <source>Assignments: {n}</source>
      <translation>工作分配：{n} 个</translation>
    </message>
    <message>
      <source>At risk</source>
      <translation>有风险</translation>
    </message>
    <message>
      <source>At risk or severe</source>
      <translation>有风险或程度高</translation>
    </message>
    <message>
      <source>At the end</source>
      <translation>结束时</translation>
    </message>
    <message>
      <source>At the start</source>
      <translation>开始时</translation>
    </message>
    <message>
      <source>At {at} “{resource}” is needed for {tasks}.</source>
      <translation>{at}“{resource}”已用于{tasks}。</translation>
    </message>
    <message>
      <source>At {at} “{resource}” is needed for {tasks}; of {needed} % only {free} % is free.</source>
      <translation>{at}“{resource}”已用于{tasks}；需要 {needed}%，仅余 {free}%。</translation>
    </message>
    <message>
      <source>Attended</source>
      <translation>实到</translation>
    </message>
    <message>
      <source>Attitude now</source>
      <translation>当前态度</translation>
    </message>
    <message>
      <source>Attitude wanted</source>
      <translation>期望态度</translation>
    </message>
    <message>
      <source>Audience</source>
      <translation>读者</translation>
    </message>
    <message>
      <source>Aug</source>
      <translation>8月</translation>
    </message>
    <message>
      <source>August</source>
      <translation>八月</translation>
    </message>
    <message>
      <source>Automatically scheduled</source>
      <translation>自动计划</translation>
    </message>
    <message>
      <source>Availability</source>
      <translation>可用量</translation>
    </message>
    <message>
      <source>Avoid</source>
      <translation>规避</translation>
    </message>
    <message>
      <source>Awaited</source>
      <translation>待确认</translation>
    </message>
    <message>
      <source>BAC</source>
      <translation>BAC</translation>
    </message>
    <message>
      <source>Back-loaded</source>
      <comment>work contour</comment>
      <translation>前轻后重</translation>
    </message>
    <message>
      <source>Backup</source>
      <translation>备份</translation>
    </message>
    <message>
      <source>Backup folder</source>
      <translation>备份文件夹</translation>
    </message>
    <message>
      <source>Backups are made by themselves and kept here, apart from the project. Holds for projects opened from now on.</source>
      <translation>备份会自动生成，保存在此处，与项目分开。对此后打开的项目生效。</translation>
    </message>
    <message>
      <source>Bar</source>
      <translation>条形</translation>
    </message>
    <message>
      <source>Bar (|)</source>
      <translation>竖线（|）</translation>
    </message>
    <message>
      <source>Bars and links</source>
      <translation>条形与链接</translation>
    </message>
    <message>
      <source>Bars: what is needed. Line: what there is. Red and hatched: too much at once.</source>
      <translation>柱：需求；线：可用量；红色斜纹：同一时间超出可用量。</translation>
    </message>
    <message>
      <source>Baseline</source>
      <translation>基准</translation>
    </message>
    <message>
      <source>Baseline cost</source>
      <translation>基准成本</translation>
    </message>
    <message>
      <source>Baseline duration</source>
      <translation>基准工期</translation>
    </message>
    <message>
      <source>Baseline execution index (BEI)</source>
      <translation>基准执行指数（BEI）</translation>
    </message>
    <message>
      <source>Baseline finish</source>
      <translation>基准完成时间</translation>
    </message>
    <message>
      <source>Baseline start</source>
      <translation>基准开始时间</translation>
    </message>
    <message>
      <source>Baseline work</source>
      <translation>基准工时</translation>
    </message>
    <message>
      <source>Baseline {n}</source>
      <translation>基准 {n}</translation>
    </message>
    <message>
      <source>Baseline {n}, {date}</source>
      <translation>基准 {n}，{date}</translation>
    </message>
    <message>
      <source>Baselines</source>
      <translation>基准</translation>
    </message>
    <message>
      <source>Baselines for which Project has no room: {n}</source>
      <translation>Project 容纳不下的基准：{n} 个</translation>
    </message>
    <message>
      <source>Baselines: {n}</source>
      <translation>基准：{n} 个</translation>
    </message>
    <message>
      <source>Because of {cause}, {event} may happen, leading to {effect}.</source>
      <translation>由于{cause}，可能发生{event}，从而导致{effect}。</translation>
    </message>
    <message>
      <source>Because of {cause}, {event} may happen.</source>
      <translation>由于{cause}，可能发生{event}。</translation>
    </message>
    <message>
      <source>Before</source>
      <comment>codes</comment>
      <translation>原编码</translation>
    </message>
    <message>
      <source>Before</source>
      <comment>value</comment>
      <translation>修改前</translation>
    </message>
    <message>
      <source>Before a backup was restored</source>
      <translation>恢复备份之前</translation>
    </message>
    <message>
      <source>Before a large edit</source>
      <translation>批量修改之前</translation>
    </message>
    <message>
      <source>Before a local copy was brought back</source>
      <translation>本地副本写回之前</translation>
    </message>
    <message>
      <source>Before a newer file format</source>
      <translation>升级文件格式之前</translation>
    </message>
    <message>
      <source>Before an import</source>
      <translation>导入之前</translation>
    </message>
    <message>
      <source>Before another copy was restored</source>
      <translation>恢复其他副本之前</translation>
    </message>
    <message>
      <source>Before the file was brought to a newer format</source>
      <translation>文件升级到新格式之前</translation>
    </message>
    <message>
      <source>Before the file was replaced</source>
      <translation>替换文件之前</translation>
    </message>
    <message>
      <source>Before the first edit</source>
      <translation>首次修改之前</translation>
    </message>
    <message>
      <source>Before the first edit after opening</source>
      <translation>打开后第一次修改之前</translation>
    </message>
    <message>
      <source>Before this, what another project delivers does not let the task start.</source>
      <translation>在此之前，其他项目的交付使本任务无法开始。</translation>
    </message>
    <message>
      <source>Begin</source>
      <translation>开始</translation>
    </message>
    <message>
      <source>Begun on {date}</source>
      <translation>已于 {date} 开始</translation>
    </message>
    <message>
      <source>Behind the status page</source>
      <translation>状态页之后附</translation>
    </message>
    <message>
      <source>Bell</source>
      <comment>work contour</comment>
      <translation>钟形分布</translation>
    </message>
    <message>
      <source>Below 1 the agreed finish needs more than is planned for the time that is left.</source>
      <translation>小于 1 表示要按基准日期完成，剩余时间不够。</translation>
    </message>
    <message>
      <source>Between matrix and table</source>
      <translation>在矩阵与表格之间切换</translation>
    </message>
    <message>
      <source>Between register and load</source>
      <translation>在列表与负荷之间切换</translation>
    </message>
    <message>
      <source>Blocked</source>
      <translation>受阻</translation>
    </message>
    <message>
      <source>Blocked by</source>
      <translation>受阻原因</translation>
    </message>
    <message>
      <source>Both</source>
      <comment>languages</comment>
      <translation>双语</translation>
    </message>
    <message>
      <source>Both languages</source>
      <translation>中英双语</translation>
    </message>
    <message>
      <source>Bring forward by a change of {name}</source>
      <translation>更改“{name}”以提前</translation>
    </message>
    <message>
      <source>Bring it back</source>
      <translation>恢复</translation>
    </message>
    <message>
      <source>Budget</source>
      <translation>预算</translation>
    </message>
    <message>
      <source>Budget at completion (BAC)</source>
      <translation>完工预算（BAC）</translation>
    </message>
    <message>
      <source>Budget at completion: the agreed cost.</source>
      <translation>完工预算：基准成本总额。</translation>
    </message>
    <message>
      <source>Budget left</source>
      <translation>剩余预算</translation>
    </message>
    <message>
      <source>By</source>
      <translation>按</translation>
    </message>
    <message>
      <source>By</source>
      <comment>author</comment>
      <translation>修改人</translation>
    </message>
    <message>
      <source>By a work week</source>
      <translation>按工作周安排</translation>
    </message>
    <message>
      <source>By hand</source>
      <translation>手动</translation>
    </message>
    <message>
      <source>By hand</source>
      <comment>work contour</comment>
      <translation>手动分布</translation>
    </message>
    <message>
      <source>By how much the earlier task can slip before this link moves the later one.</source>
      <translation>前置任务推迟多少之后，这条依赖关系才会推动后续任务。</translation>
    </message>
    <message>
      <source>By task</source>
      <translation>按任务</translation>
    </message>
    <message>
      <source>By the status date, no more than is entered was to be done. Nothing was changed.</source>
      <translation>到状态日期为止应完成的工作均已录入。未作任何更改。</translation>
    </message>
    <message>
      <source>By what the value of a task under way is measured.</source>
      <translation>进行中任务的挣值按什么衡量。</translation>
    </message>
    <message>
      <source>By when the baseline wanted done what is done now.</source>
      <translation>目前已完成的工作，按基准应在何时完成。</translation>
    </message>
    <message>
      <source>C&amp;alendar</source>
      <translation>日历(&amp;A)</translation>
    </message>
    <message>
      <source>C&amp;lient</source>
      <translation>客户(&amp;L)</translation>
    </message>
    <message>
      <source>C&amp;urrency</source>
      <translation>货币(&amp;U)</translation>
    </message>
    <message>
      <source>CPI</source>
      <translation>CPI</translation>
    </message>
    <message>
      <source>CSV table</source>
      <translation>CSV 表格</translation>
    </message>
    <message>
      <source>CSV table (*.csv)</source>
      <translation>CSV 表格 (*.csv)</translation>
    </message>
    <message>
      <source>CV</source>
      <translation>CV</translation>
    </message>
    <message>
      <source>Calculated by Pilotage</source>
      <translation>由领航计算</translation>
    </message>
    <message>
      <source>Calendar</source>
      <translation>日历</translation>
    </message>
    <message>
      <source>Calendar exceptions without dates, left out: {n}</source>
      <translation>没有日期的日历例外，略去：{n} 个</translation>
    </message>
    <message>
      <source>Calendar file (*.ics)</source>
      <translation>日历文件 (*.ics)</translation>
    </message>
    <message>
      <source>Calendar in force</source>
      <translation>生效日历</translation>
    </message>
    <message>
      <source>Calendar weeks (ISO 8601)</source>
      <translation>日历周（国际标准）</translation>
    </message>
    <message>
      <source>Calendar {n}</source>
      <translation>日历 {n}</translation>
    </message>
    <message>
      <source>Calendars</source>
      <translation>日历</translation>
    </message>
    <message>
      <source>Calendars and working time</source>
      <translation>日历与工作时间</translation>
    </message>
    <message>
      <source>Calendars and working time…</source>
      <translation>日历与工作时间…</translation>
    </message>
    <message>
      <source>Calendars derived from another, written whole: {n}</source>
      <translation>派生自其他日历的日历，完整写出：{n} 个</translation>
    </message>
    <message>
      <source>Calendars derived from one that is not in the file, cut loose: {n}</source>
      <translation>所基于的日历不在文件中，已断开：{n} 个</translation>
    </message>
    <message>
      <source>Calendars of which not all working times could be read: {n}</source>
      <translation>工作时间未能全部读取的日历：{n}</translation>
    </message>
    <message>
      <source>Calendars that are not in the file; the project calendar is used instead: {n}</source>
      <translation>文件中没有的日历，改用项目日历：{n}</translation>
    </message>
    <message>
      <source>Calendars that leave weekdays open, taken as 08:00–12:00 and 13:00–17:00 on Monday to Friday: {n}</source>
      <translation>未说明全部工作日的日历，按周一至周五 08:00–12:00、13:00–17:00 处理：{n} 个</translation>
    </message>
    <message>
      <source>Calendars that would be derived from themselves, cut loose: {n}</source>
      <translation>派生自自身的日历，已断开：{n} 个</translation>
    </message>
    <message>
      <source>Calendars with a number that another one has, left out: {n}</source>
      <translation>编号与其他日历重复的日历，略去：{n} 个</translation>
    </message>
    <message>
      <source>Calendars without a week, taken as 08:00–12:00 and 13:00–17:00 on Monday to Friday: {n}</source>
      <translation>未定义工作周的日历，按周一至周五 08:00–12:00、13:00–17:00 处理：{n}</translation>
    </message>
    <message>
      <source>Calendars: {n}</source>
      <translation>日历：{n} 个</translation>
    </message>
    <message>
      <source>Call</source>
      <translation>电话</translation>
    </message>
    <message>
      <source>Came from risk</source>
      <translation>来源风险</translation>
    </message>
    <message>
      <source>Can slip by</source>
      <translation>可推迟</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Cancelled</source>
      <translation>已取消</translation>
    </message>
    <message>
      <source>Capped</source>
      <translation>封顶</translation>
    </message>
    <message>
      <source>Capture</source>
      <translation>保存</translation>
    </message>
    <message>
      <source>Capture a baseline</source>
      <translation>保存基准</translation>
    </message>
    <message>
      <source>Capture a baseline…</source>
      <translation>保存基准…</translation>
    </message>
    <message>
      <source>Capture baseline {name}</source>
      <translation>保存基准“{name}”</translation>
    </message>
    <message>
      <source>Category</source>
      <translation>类别</translation>
    </message>
    <message>
      <source>Cause</source>
      <translation>风险原因</translation>
    </message>
    <message>
      <source>Cells</source>
      <translation>单元格</translation>
    </message>
    <message>
      <source>Cells that cannot be read and are left empty: {n}</source>
      <translation>无法读取、留空的单元格：{n}</translation>
    </message>
    <message>
      <source>Cells that could not be read: {n}</source>
      <translation>无法读取的单元格：{n}</translation>
    </message>
    <message>
      <source>Chair</source>
      <translation>主持人</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>修改</translation>
    </message>
    <message>
      <source>Change</source>
      <comment>variance</comment>
      <translation>变化</translation>
    </message>
    <message>
      <source>Change WBS code of {name}</source>
      <translation>修改“{name}”的 WBS 编码</translation>
    </message>
    <message>
      <source>Change WBS codes</source>
      <translation>更改 WBS 编码</translation>
    </message>
    <message>
      <source>Change a rating of the report</source>
      <translation>更改报告评级</translation>
    </message>
    <message>
      <source>Change calendars</source>
      <translation>修改日历</translation>
    </message>
    <message>
      <source>Change control board</source>
      <translation>变更控制委员会</translation>
    </message>
    <message>
      <source>Change duration of {name}</source>
      <translation>修改“{name}”的工期</translation>
    </message>
    <message>
      <source>Change link of {name}</source>
      <translation>修改“{name}”的链接</translation>
    </message>
    <message>
      <source>Change predecessors of {name}</source>
      <translation>修改“{name}”的前置任务</translation>
    </message>
    <message>
      <source>Change progress of {name}</source>
      <translation>修改“{name}”的进度</translation>
    </message>
    <message>
      <source>Change recurring task {name}</source>
      <translation>修改周期性任务 {name}</translation>
    </message>
    <message>
      <source>Change scheduling of {name}</source>
      <translation>修改“{name}”的计划方式</translation>
    </message>
    <message>
      <source>Change the calendar “{name}”</source>
      <translation>修改日历“{name}”</translation>
    </message>
    <message>
      <source>Change the recurrence…</source>
      <translation>修改周期…</translation>
    </message>
    <message>
      <source>Change {name}</source>
      <translation>修改“{name}”</translation>
    </message>
    <message>
      <source>Changed</source>
      <translation>修改时间</translation>
    </message>
    <message>
      <source>Changed</source>
      <comment>variance</comment>
      <translation>有偏差</translation>
    </message>
    <message>
      <source>Changed by</source>
      <translation>修改人</translation>
    </message>
    <message>
      <source>Changed on the way</source>
      <translation>有改动</translation>
    </message>
    <message>
      <source>Changed: {n}</source>
      <translation>更新：{n}</translation>
    </message>
    <message>
      <source>Changes since a point of the history…</source>
      <translation>自某次编辑以来的变化…</translation>
    </message>
    <message>
      <source>Changes that were tried</source>
      <translation>已试过的调整</translation>
    </message>
    <message>
      <source>Changes {code}</source>
      <translation>更新 {code}</translation>
    </message>
    <message>
      <source>Change…</source>
      <translation>修改…</translation>
    </message>
    <message>
      <source>Channel</source>
      <translation>沟通方式</translation>
    </message>
    <message>
      <source>Channel and time</source>
      <translation>方式与时间</translation>
    </message>
    <message>
      <source>Characters that could not be read, replaced: {n}</source>
      <translation>无法识别、已替换的字符：{n}</translation>
    </message>
    <message>
      <source>Chart</source>
      <translation>图表</translation>
    </message>
    <message>
      <source>Chinese</source>
      <translation>中文</translation>
    </message>
    <message>
      <source>Chinese (GBK, GB 18030)</source>
      <translation>简体中文（GBK、GB 18030）</translation>
    </message>
    <message>
      <source>Choose a copy to go back to. The present state is kept as a backup first.</source>
      <translation>选择要恢复的副本。恢复前会先备份当前状态。</translation>
    </message>
    <message>
      <source>Choose a file…</source>
      <translation>选择文件…</translation>
    </message>
    <message>
      <source>Choose a list of holidays</source>
      <translation>选择节假日清单</translation>
    </message>
    <message>
      <source>Choose all</source>
      <translation>全选</translation>
    </message>
    <message>
      <source>Choose columns…</source>
      <translation>选择列…</translation>
    </message>
    <message>
      <source>Choose none</source>
      <translation>全不选</translation>
    </message>
    <message>
      <source>Choose the column that holds “{field}”.</source>
      <translation>请指定“{field}”对应的列。</translation>
    </message>
    <message>
      <source>Choose the edit behind which the plan is to be compared with the plan as it stands.</source>
      <translation>选择一次编辑，将其之后的计划与当前计划比较。</translation>
    </message>
    <message>
      <source>Choose the hours of at least one weekday.</source>
      <translation>请至少为一个星期几设置时间。</translation>
    </message>
    <message>
      <source>Choose the place…</source>
      <translation>选择位置…</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>选择…</translation>
    </message>
    <message>
      <source>Classification</source>
      <translation>密级</translation>
    </message>
    <message>
      <source>Classification: {name}</source>
      <translation>密级：{name}</translation>
    </message>
    <message>
      <source>Clear cells</source>
      <translation>清除单元格</translation>
    </message>
    <message>
      <source>Clear cells, or delete whole rows</source>
      <translation>清除单元格，或删除整行</translation>
    </message>
    <message>
      <source>Clear levelling</source>
      <translation>清除资源平衡</translation>
    </message>
    <message>
      <source>Clear paths from the chart</source>
      <translation>清除图中的路径</translation>
    </message>
    <message>
      <source>Click a link</source>
      <translation>单击链接线</translation>
    </message>
    <message>
      <source>Click a lock, clock or pencil among the marks</source>
      <translation>单击标记列中的锁、时钟或铅笔</translation>
    </message>
    <message>
      <source>Click a mark behind a bar</source>
      <translation>单击条形后的标记</translation>
    </message>
    <message>
      <source>Click the triangle before a name</source>
      <translation>单击名称前的三角</translation>
    </message>
    <message>
      <source>Client</source>
      <translation>客户</translation>
    </message>
    <message>
      <source>Client</source>
      <comment>audience</comment>
      <translation>客户</translation>
    </message>
    <message>
      <source>Client</source>
      <comment>classification</comment>
      <translation>客户</translation>
    </message>
    <message>
      <source>Client and people</source>
      <translation>客户与人员</translation>
    </message>
    <message>
      <source>Client confirmation</source>
      <translation>客户确认</translation>
    </message>
    <message>
      <source>Client meeting</source>
      <translation>客户会议</translation>
    </message>
    <message>
      <source>Client project manager</source>
      <translation>客户项目经理</translation>
    </message>
    <message>
      <source>Client side</source>
      <translation>客户方人员</translation>
    </message>
    <message>
      <source>Clients</source>
      <translation>客户</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Close all</source>
      <translation>全部折叠</translation>
    </message>
    <message>
      <source>Close the project</source>
      <translation>关闭项目</translation>
    </message>
    <message>
      <source>Closed</source>
      <comment>phase</comment>
      <translation>已结项</translation>
    </message>
    <message>
      <source>Closed</source>
      <comment>status</comment>
      <translation>已关闭</translation>
    </message>
    <message>
      <source>Closing</source>
      <translation>收尾</translation>
    </message>
    <message>
      <source>Collapse</source>
      <translation>折叠</translation>
    </message>
    <message>
      <source>Collapse all</source>
      <translation>全部折叠</translation>
    </message>
    <message>
      <source>Colour bars by</source>
      <translation>条形着色依据</translation>
    </message>
    <message>
      <source>Colours</source>
      <translation>配色</translation>
    </message>
    <message>
      <source>Colours, shapes, web links, roles and columns of one's own, left out: {n}</source>
      <translation>颜色、形状、网页链接、角色和自定义列，已略去：{n}</translation>
    </message>
    <message>
      <source>Column</source>
      <translation>列</translation>
    </message>
    <message>
      <source>Column {n}</source>
      <translation>第 {n} 列</translation>
    </message>
    <message>
      <source>Columns</source>
      <translation>列</translation>
    </message>
    <message>
      <source>Columns of the file</source>
      <translation>文件中的列</translation>
    </message>
    <message>
      <source>Columns of the plan</source>
      <translation>计划的列</translation>
    </message>
    <message>
      <source>Columns that were not taken over: {n}</source>
      <translation>未导入的列：{n}</translation>
    </message>
    <message>
      <source>Columns without a place here: {names}</source>
      <translation>此处没有对应位置的列：{names}</translation>
    </message>
    <message>
      <source>Comes again</source>
      <translation>重复</translation>
    </message>
    <message>
      <source>Coming</source>
      <translation>即将召开</translation>
    </message>
    <message>
      <source>Comma</source>
      <translation>逗号</translation>
    </message>
    <message>
      <source>Command</source>
      <translation>命令</translation>
    </message>
    <message>
      <source>Commands</source>
      <translation>命令</translation>
    </message>
    <message>
      <source>Communication</source>
      <translation>沟通记录</translation>
    </message>
    <message>
      <source>Communication log</source>
      <translation>沟通记录</translation>
    </message>
    <message>
      <source>Compare with the baseline</source>
      <translation>与基准比较</translation>
    </message>
    <message>
      <source>Comparing the plan with “{name}” …</source>
      <translation>正在与“{name}”比较…</translation>
    </message>
    <message>
      <source>Complete</source>
      <translation>已完成</translation>
    </message>
    <message>
      <source>Concerned</source>
      <translation>有顾虑</translation>
    </message>
    <message>
      <source>Confidential</source>
      <translation>机密</translation>
    </message>
    <message>
      <source>Confidentiality</source>
      <translation>密级</translation>
    </message>
    <message>
      <source>Confirmation awaited</source>
      <translation>待客户确认</translation>
    </message>
    <message>
      <source>Confirmed</source>
      <translation>已确认</translation>
    </message>
    <message>
      <source>Confirmed on</source>
      <translation>确认日</translation>
    </message>
    <message>
      <source>Cons</source>
      <translation>缺点</translation>
    </message>
    <message>
      <source>Consent to be named</source>
      <translation>同意署名</translation>
    </message>
    <message>
      <source>Consequence of delay</source>
      <translation>延误后果</translation>
    </message>
    <message>
      <source>Constraint</source>
      <translation>限制类型</translation>
    </message>
    <message>
      <source>Constraint date</source>
      <translation>限制日期</translation>
    </message>
    <message>
      <source>Constraints</source>
      <translation>限制条件</translation>
    </message>
    <message>
      <source>Constraints without a date, left out: {n}</source>
      <translation>没有日期的限制条件，已略去：{n}</translation>
    </message>
    <message>
      <source>Consulting plan</source>
      <translation>咨询项目</translation>
    </message>
    <message>
      <source>Contact</source>
      <translation>联系</translation>
    </message>
    <message>
      <source>Contact due</source>
      <translation>该联系了</translation>
    </message>
    <message>
      <source>Contact promised: {name}</source>
      <translation>约定联系：{name}</translation>
    </message>
    <message>
      <source>Contact rhythm</source>
      <translation>联系频率</translation>
    </message>
    <message>
      <source>Context</source>
      <translation>背景</translation>
    </message>
    <message>
      <source>Contingency</source>
      <translation>应急储备</translation>
    </message>
    <message>
      <source>Contingency plan</source>
      <translation>应急计划</translation>
    </message>
    <message>
      <source>Continue as a series</source>
      <translation>填充序列</translation>
    </message>
    <message>
      <source>Contract and money</source>
      <translation>合同与资金</translation>
    </message>
    <message>
      <source>Contract type</source>
      <translation>合同类型</translation>
    </message>
    <message>
      <source>Control</source>
      <translation>监控</translation>
    </message>
    <message>
      <source>Copies the cells</source>
      <translation>复制单元格</translation>
    </message>
    <message>
      <source>Copies the first selected row downwards. The square at the corner of a selection, pulled, goes on with a series; with Ctrl held it copies.</source>
      <translation>将所选首行向下复制。拖动选区右下角的方块可按序列填充；按住 Ctrl 拖动则为复制。</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>复制</translation>
    </message>
    <message>
      <source>Copy details</source>
      <translation>复制详细信息</translation>
    </message>
    <message>
      <source>Copy of {name}</source>
      <translation>{name} 副本</translation>
    </message>
    <message>
      <source>Copy rows</source>
      <translation>复制所选行</translation>
    </message>
    <message>
      <source>Copy saved as {name}</source>
      <translation>副本已保存为 {name}</translation>
    </message>
    <message>
      <source>Copy the table</source>
      <translation>复制表格</translation>
    </message>
    <message>
      <source>Copy this calendar</source>
      <translation>复制此日历</translation>
    </message>
    <message>
      <source>Copying… Escape gives it up</source>
      <translation>正在复制…按 Esc 取消</translation>
    </message>
    <message>
      <source>Correct it or press Esc there; leaving again gives it up.</source>
      <translation>请更正，或在该处按 Esc 放弃；再次离开即放弃该内容。</translation>
    </message>
    <message>
      <source>Cost</source>
      <translation>成本</translation>
    </message>
    <message>
      <source>Cost</source>
      <comment>resource</comment>
      <translation>成本</translation>
    </message>
    <message>
      <source>Cost after</source>
      <translation>新成本</translation>
    </message>
    <message>
      <source>Cost before</source>
      <translation>原成本</translation>
    </message>
    <message>
      <source>Cost falls due</source>
      <translation>成本累算</translation>
    </message>
    <message>
      <source>Cost more than agreed.</source>
      <translation>比基准多出的成本。</translation>
    </message>
    <message>
      <source>Cost of the task</source>
      <translation>任务成本</translation>
    </message>
    <message>
      <source>Cost of those who work on it, and fixed cost.</source>
      <translation>参与资源的成本与固定成本之和。</translation>
    </message>
    <message>
      <source>Cost over time</source>
      <translation>成本随时间分布</translation>
    </message>
    <message>
      <source>Cost per use</source>
      <translation>每次使用成本</translation>
    </message>
    <message>
      <source>Cost performance index (CPI = EV ÷ AC)</source>
      <translation>成本绩效指数（CPI = EV ÷ AC）</translation>
    </message>
    <message>
      <source>Cost performance, EV ÷ AC: below 1, dearer than planned.</source>
      <translation>成本绩效指数 EV ÷ AC：小于 1 表示成本高于计划。</translation>
    </message>
    <message>
      <source>Cost that nobody's work explains, such as a licence.</source>
      <translation>与人员工时无关的成本，例如许可费。</translation>
    </message>
    <message>
      <source>Cost variance</source>
      <translation>成本偏差</translation>
    </message>
    <message>
      <source>Cost variance (CV = EV − AC)</source>
      <translation>成本偏差（CV = EV − AC）</translation>
    </message>
    <message>
      <source>Cost variance, EV − AC: below nought, it cost more than it is worth.</source>
      <translation>成本偏差 EV − AC：为负表示超支。</translation>
    </message>
    <message>
      <source>Costs</source>
      <comment>section</comment>
      <translation>成本</translation>
    </message>
    <message>
      <source>Costs</source>
      <comment>view</comment>
      <translation>成本</translation>
    </message>
    <message>
      <source>Costs and earned value are being worked out.</source>
      <translation>成本和挣值正在计算。</translation>
    </message>
    <message>
      <source>Count up</source>
      <translation>正计时</translation>
    </message>
    <message>
      <source>Counted in</source>
      <translation>编号方式</translation>
    </message>
    <message>
      <source>Create</source>
      <translation>创建</translation>
    </message>
    <message>
      <source>Created</source>
      <translation>创建时间</translation>
    </message>
    <message>
      <source>Created by</source>
      <translation>创建人</translation>
    </message>
    <message>
      <source>Created {at} {who}</source>
      <translation>创建于 {at} {who}</translation>
    </message>
    <message>
      <source>Critical</source>
      <translation>关键</translation>
    </message>
    <message>
      <source>Critical</source>
      <comment>severity</comment>
      <translation>严重</translation>
    </message>
    <message>
      <source>Critical</source>
      <comment>task</comment>
      <translation>关键</translation>
    </message>
    <message>
      <source>Critical and near-critical</source>
      <translation>关键与近关键任务</translation>
    </message>
    <message>
      <source>Critical by</source>
      <translation>关键判定</translation>
    </message>
    <message>
      <source>Critical dependency</source>
      <translation>关键依赖关系</translation>
    </message>
    <message>
      <source>Critical milestone</source>
      <translation>关键里程碑</translation>
    </message>
    <message>
      <source>Critical path</source>
      <translation>关键路径</translation>
    </message>
    <message>
      <source>Critical path length index (CPLI)</source>
      <translation>关键路径长度指数（CPLI）</translation>
    </message>
    <message>
      <source>Critical path test: 600 working days move the finish by</source>
      <translation>关键路径测试：关键任务延长 600 个工作日，项目完成时间顺延</translation>
    </message>
    <message>
      <source>Critical task</source>
      <translation>关键任务</translation>
    </message>
    <message>
      <source>Critical tasks</source>
      <translation>关键任务</translation>
    </message>
    <message>
      <source>Critical when float is at most</source>
      <translation>浮动时间不超过此值为关键</translation>
    </message>
    <message>
      <source>Ctrl and a click on a heading</source>
      <translation>按住 Ctrl 单击列标题</translation>
    </message>
    <message>
      <source>Ctrl and the wheel</source>
      <translation>按住 Ctrl 滚动滚轮</translation>
    </message>
    <message>
      <source>Ctrl or Shift and a click on a bar</source>
      <translation>按住 Ctrl 或 Shift 单击条形</translation>
    </message>
    <message>
      <source>Ctrl: copies instead</source>
      <translation>Ctrl：改为复制</translation>
    </message>
    <message>
      <source>Ctrl: over the rows instead</source>
      <translation>按住 Ctrl：改为移动行</translation>
    </message>
    <message>
      <source>Currency</source>
      <translation>币种</translation>
    </message>
    <message>
      <source>Curve or table</source>
      <translation>曲线或表格</translation>
    </message>
    <message>
      <source>Custom fields: {n}</source>
      <translation>自定义字段：{n} 个</translation>
    </message>
    <message>
      <source>Cut</source>
      <translation>剪切</translation>
    </message>
    <message>
      <source>Cyrillic (1251)</source>
      <translation>西里尔文（1251）</translation>
    </message>
    <message>
      <source>DCMA 14 points</source>
      <translation>DCMA 14 项</translation>
    </message>
    <message>
      <source>Damaged: {what}</source>
      <translation>已损坏：{what}</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>深色</translation>
    </message>
    <message>
      <source>Data</source>
      <translation>数据</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>日期</translation>
    </message>
    <message>
      <source>Date and time</source>
      <translation>日期和时间</translation>
    </message>
    <message>
      <source>Date constraints</source>
      <translation>日期限制</translation>
    </message>
    <message>
      <source>Dates</source>
      <translation>日期</translation>
    </message>
    <message>
      <source>Dates ({n} difference)</source>
      <translation>日期（{n} 处差异）</translation>
    </message>
    <message>
      <source>Dates ({n} differences)</source>
      <translation>日期（{n} 处差异）</translation>
    </message>
    <message>
      <source>Dates against the links</source>
      <translation>与依赖关系冲突的日期</translation>
    </message>
    <message>
      <source>Dates against the links…</source>
      <translation>与链接冲突的日期…</translation>
    </message>
    <message>
      <source>Dates computed differently</source>
      <translation>计算结果不同的日期</translation>
    </message>
    <message>
      <source>Dates for a calendar</source>
      <translation>日历日期</translation>
    </message>
    <message>
      <source>Dates of the recurring task</source>
      <translation>周期性任务的日期</translation>
    </message>
    <message>
      <source>Dates shown</source>
      <translation>显示的日期</translation>
    </message>
    <message>
      <source>Dates shown are those stored in the imported file, not calculated ones.</source>
      <translation>所显示的是导入文件中存储的日期，不是重新计算的日期。</translation>
    </message>
    <message>
      <source>Dates that links would give tasks by hand</source>
      <translation>手动任务按依赖关系的日期</translation>
    </message>
    <message>
      <source>Day</source>
      <translation>日期</translation>
    </message>
    <message>
      <source>Day</source>
      <comment>period</comment>
      <translation>日</translation>
    </message>
    <message>
      <source>Day off</source>
      <translation>休息</translation>
    </message>
    <message>
      <source>Day sheet</source>
      <translation>日程单</translation>
    </message>
    <message>
      <source>Day, month, year</source>
      <translation>日、月、年</translation>
    </message>
    <message>
      <source>Days</source>
      <translation>日期</translation>
    </message>
    <message>
      <source>Days</source>
      <comment>of a calendar</comment>
      <translation>日期</translation>
    </message>
    <message>
      <source>Days</source>
      <comment>of a pattern</comment>
      <translation>重复日</translation>
    </message>
    <message>
      <source>Days</source>
      <comment>time scale</comment>
      <translation>天</translation>
    </message>
    <message>
      <source>Days late</source>
      <translation>逾期天数</translation>
    </message>
    <message>
      <source>Days of the calendar</source>
      <translation>日历中的日期</translation>
    </message>
    <message>
      <source>Days of the calendar that do not exist, left out: {n}</source>
      <translation>日历中不存在的日期，已略去：{n}</translation>
    </message>
    <message>
      <source>Days per month</source>
      <translation>每月天数</translation>
    </message>
    <message>
      <source>Days that change</source>
      <translation>发生变化的日子</translation>
    </message>
    <message>
      <source>Days with more than five working times, the rest left out: {n}</source>
      <translation>一天超过五个工作时段，其余略去：{n} 处</translation>
    </message>
    <message>
      <source>Deadline</source>
      <translation>期限</translation>
    </message>
    <message>
      <source>Deadline: {date}</source>
      <translation>期限：{date}</translation>
    </message>
    <message>
      <source>Deadlines</source>
      <translation>期限</translation>
    </message>
    <message>
      <source>Deadlines that will be missed</source>
      <translation>将错过的期限</translation>
    </message>
    <message>
      <source>Deadlines that will be missed: {count}.</source>
      <translation>将有 {count} 个期限无法按时达到。</translation>
    </message>
    <message>
      <source>Deadlines would be missed: {tasks}.</source>
      <translation>将错过截止日期：{tasks}。</translation>
    </message>
    <message>
      <source>Dec</source>
      <translation>12月</translation>
    </message>
    <message>
      <source>December</source>
      <translation>十二月</translation>
    </message>
    <message>
      <source>Decide</source>
      <translation>决策</translation>
    </message>
    <message>
      <source>Decided</source>
      <translation>已决</translation>
    </message>
    <message>
      <source>Decided</source>
      <comment>decisions</comment>
      <translation>已决事项</translation>
    </message>
    <message>
      <source>Decided on</source>
      <translation>决策日</translation>
    </message>
    <message>
      <source>Decimal places</source>
      <translation>小数位数</translation>
    </message>
    <message>
      <source>Decision</source>
      <translation>决策</translation>
    </message>
    <message>
      <source>Decision maker</source>
      <translation>决策人</translation>
    </message>
    <message>
      <source>Decisions</source>
      <translation>决策</translation>
    </message>
    <message>
      <source>Decisions needed</source>
      <translation>待决事项</translation>
    </message>
    <message>
      <source>Decisions needed from you</source>
      <translation>需要您决策</translation>
    </message>
    <message>
      <source>Decisions pending</source>
      <translation>待决决策</translation>
    </message>
    <message>
      <source>Deferred</source>
      <translation>延期</translation>
    </message>
    <message>
      <source>Delay</source>
      <translation>延迟</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>删除</translation>
    </message>
    <message>
      <source>Delete task {name}</source>
      <translation>删除任务“{name}”</translation>
    </message>
    <message>
      <source>Delete tasks</source>
      <translation>删除任务</translation>
    </message>
    <message>
      <source>Delete the baseline</source>
      <translation>删除基准</translation>
    </message>
    <message>
      <source>Delete the module</source>
      <translation>删除模块</translation>
    </message>
    <message>
      <source>Delete the view</source>
      <translation>删除视图</translation>
    </message>
    <message>
      <source>Delete this calendar</source>
      <translation>删除此日历</translation>
    </message>
    <message>
      <source>Delete {name}</source>
      <translation>删除“{name}”</translation>
    </message>
    <message>
      <source>Deleted task</source>
      <translation>已删除的任务</translation>
    </message>
    <message>
      <source>Deliverable</source>
      <translation>可交付成果</translation>
    </message>
    <message>
      <source>Dependencies</source>
      <comment>schedule</comment>
      <translation>依赖关系</translation>
    </message>
    <message>
      <source>Dependencies: {n}</source>
      <translation>依赖关系：{n} 个</translation>
    </message>
    <message>
      <source>Dependency</source>
      <comment>schedule</comment>
      <translation>依赖关系</translation>
    </message>
    <message>
      <source>Derived from</source>
      <translation>派生自</translation>
    </message>
    <message>
      <source>Derived from {name}</source>
      <translation>派生自 {name}</translation>
    </message>
    <message>
      <source>Detail</source>
      <translation>详情</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>详细信息</translation>
    </message>
    <message>
      <source>Details of the baseline…</source>
      <translation>基准详情…</translation>
    </message>
    <message>
      <source>Details that this program does not show: {n}</source>
      <translation>本程序不显示的细节：{n} 处</translation>
    </message>
    <message>
      <source>Details: {section}</source>
      <translation>详细信息：{section}</translation>
    </message>
    <message>
      <source>Diagram</source>
      <translation>图形</translation>
    </message>
    <message>
      <source>Diagrams</source>
      <translation>图形</translation>
    </message>
    <message>
      <source>Difference</source>
      <translation>差异</translation>
    </message>
    <message>
      <source>Difference from the baseline</source>
      <translation>与基准的差异</translation>
    </message>
    <message>
      <source>Dimension</source>
      <translation>维度</translation>
    </message>
    <message>
      <source>Direction</source>
      <translation>方向</translation>
    </message>
    <message>
      <source>Discard</source>
      <translation>放弃</translation>
    </message>
    <message>
      <source>Discard what was tried out</source>
      <translation>放弃所尝试的方案</translation>
    </message>
    <message>
      <source>Discuss</source>
      <translation>讨论</translation>
    </message>
    <message>
      <source>Dismiss</source>
      <translation>关闭提示</translation>
    </message>
    <message>
      <source>Disputed</source>
      <translation>有异议</translation>
    </message>
    <message>
      <source>Do it</source>
      <translation>执行</translation>
    </message>
    <message>
      <source>Do it: {change}</source>
      <translation>执行：{change}</translation>
    </message>
    <message>
      <source>Do not shorten “{task}”: links hold its finish, so it would only start later; by {amount} shorter it costs {gain}.</source>
      <translation>不要缩短“{task}”：其完成时间受依赖关系约束，缩短只会使它更晚开始；缩短 {amount}反而推迟 {gain}。</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>完成</translation>
    </message>
    <message>
      <source>Done</source>
      <comment>actions</comment>
      <translation>已完成</translation>
    </message>
    <message>
      <source>Done in the period</source>
      <translation>本期完成</translation>
    </message>
    <message>
      <source>Done on</source>
      <translation>完成日</translation>
    </message>
    <message>
      <source>Double peak</source>
      <comment>work contour</comment>
      <translation>双峰分布</translation>
    </message>
    <message>
      <source>Double-click a bar</source>
      <translation>双击条形</translation>
    </message>
    <message>
      <source>Double-click a cell</source>
      <translation>双击单元格</translation>
    </message>
    <message>
      <source>Double-click a link</source>
      <translation>双击链接线</translation>
    </message>
    <message>
      <source>Double-click the edge of a heading</source>
      <translation>双击列标题的边缘</translation>
    </message>
    <message>
      <source>Double-click the time scale</source>
      <translation>双击时间刻度</translation>
    </message>
    <message>
      <source>Draft</source>
      <translation>草稿</translation>
    </message>
    <message>
      <source>Draft</source>
      <comment>report</comment>
      <translation>草稿</translation>
    </message>
    <message>
      <source>Drag a bar sideways</source>
      <translation>左右拖动条形</translation>
    </message>
    <message>
      <source>Drag a bar up or down</source>
      <translation>上下拖动条形</translation>
    </message>
    <message>
      <source>Drag a circle beside a bar to another bar</source>
      <translation>从条形旁的圆点拖到另一条形</translation>
    </message>
    <message>
      <source>Drag a heading, or its edge</source>
      <translation>拖动列标题或其边缘</translation>
    </message>
    <message>
      <source>Drag a part of an interrupted bar</source>
      <translation>拖动已拆分条形的一段</translation>
    </message>
    <message>
      <source>Drag an end of a bar</source>
      <translation>拖动条形的一端</translation>
    </message>
    <message>
      <source>Drag it, or lift the finger for the menu</source>
      <translation>可拖动任务条，抬起手指则打开菜单</translation>
    </message>
    <message>
      <source>Drag over bare paper</source>
      <translation>在空白处拖动</translation>
    </message>
    <message>
      <source>Drag over days, or hold Shift with the arrows; Ctrl and a click add days. Space: off or worked. Del: as the week says.</source>
      <translation>拖动鼠标或按住 Shift 加方向键选择日期；按住 Ctrl 单击可追加日期。空格：休息与上班互换；Del：恢复为每周模式。</translation>
    </message>
    <message>
      <source>Drag selected rows by a number or a name</source>
      <translation>按住行号或名称拖动选中的行</translation>
    </message>
    <message>
      <source>Drag sideways below the last row, or with Alt anywhere</source>
      <translation>在最后一行下方左右拖动，或在任意处按住 Alt 拖动</translation>
    </message>
    <message>
      <source>Drag the frame in the overview, or its edges</source>
      <translation>拖动计划概览中的方框或其边缘</translation>
    </message>
    <message>
      <source>Drag the frame to move, its edges to zoom; a click goes there</source>
      <translation>拖动方框可移动，拖动边缘可缩放；单击即转到该处</translation>
    </message>
    <message>
      <source>Drag the triangle in a bar</source>
      <translation>拖动条形中的三角</translation>
    </message>
    <message>
      <source>Drag to draw a new task</source>
      <translation>拖动以绘制新任务</translation>
    </message>
    <message>
      <source>Drag to move in time, Ctrl and the wheel to zoom</source>
      <translation>拖动可前后移动，按住 Ctrl 滚动可缩放</translation>
    </message>
    <message>
      <source>Drag with one finger</source>
      <translation>单指拖动</translation>
    </message>
    <message>
      <source>Drag with the middle button</source>
      <translation>按住中键拖动</translation>
    </message>
    <message>
      <source>Draw tasks with the mouse</source>
      <translation>用鼠标绘制任务</translation>
    </message>
    <message>
      <source>Drawing the network …</source>
      <translation>正在绘制网络图……</translation>
    </message>
    <message>
      <source>Drive</source>
      <translation>驱动器</translation>
    </message>
    <message>
      <source>Driven successor</source>
      <translation>被驱动的后续任务</translation>
    </message>
    <message>
      <source>Drives</source>
      <comment>link</comment>
      <translation>驱动</translation>
    </message>
    <message>
      <source>Driving predecessor</source>
      <translation>驱动性前置任务</translation>
    </message>
    <message>
      <source>Driving predecessors</source>
      <translation>驱动前置任务</translation>
    </message>
    <message>
      <source>Drop on the start or finish of another bar</source>
      <translation>放到另一个任务的开始端或完成端</translation>
    </message>
    <message>
      <source>Drop the constraint “{constraint}” of “{task}”: gains {gain}.</source>
      <translation>取消“{task}”的限制条件“{constraint}”：可提前 {gain}。</translation>
    </message>
    <message>
      <source>Due</source>
      <translation>到期日</translation>
    </message>
    <message>
      <source>Due within 7 days</source>
      <translation>7 天内到期</translation>
    </message>
    <message>
      <source>Due: {title}</source>
      <translation>到期：{title}</translation>
    </message>
    <message>
      <source>Duplicate</source>
      <translation>复制为新记录</translation>
    </message>
    <message>
      <source>Duplicate {name}</source>
      <translation>复制“{name}”为新记录</translation>
    </message>
    <message>
      <source>Duration</source>
      <translation>工期</translation>
    </message>
    <message>
      <source>Duration</source>
      <comment>meeting</comment>
      <translation>时长</translation>
    </message>
    <message>
      <source>Duration if all goes well; with the pessimistic one it gives the expected duration (PERT).</source>
      <translation>一切顺利时的工期；与悲观工期一起得出期望工期（PERT）。</translation>
    </message>
    <message>
      <source>Duration if much goes wrong; with the optimistic one it gives the expected duration (PERT).</source>
      <translation>诸多不顺时的工期；与乐观工期一起得出期望工期（PERT）。</translation>
    </message>
    <message>
      <source>Duration only</source>
      <translation>只改工期</translation>
    </message>
    <message>
      <source>Duration unit</source>
      <translation>工期单位</translation>
    </message>
    <message>
      <source>Duration variance</source>
      <translation>工期偏差</translation>
    </message>
    <message>
      <source>During work</source>
      <translation>工作期间</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>邮件</translation>
    </message>
    <message>
      <source>EAC</source>
      <translation>EAC</translation>
    </message>
    <message>
      <source>EAC, cost and schedule (AC + (BAC − EV) ÷ (CPI × SPI))</source>
      <translation>完工估算：兼顾成本与进度（AC + (BAC − EV) ÷ (CPI × SPI)）</translation>
    </message>
    <message>
      <source>EAC, rest as planned (AC + BAC − EV)</source>
      <translation>完工估算：剩余按计划（AC + BAC − EV）</translation>
    </message>
    <message>
      <source>ETC</source>
      <translation>ETC</translation>
    </message>
    <message>
      <source>EV</source>
      <translation>EV</translation>
    </message>
    <message>
      <source>Each change was tried by itself on a copy of the plan; gains are working time.</source>
      <translation>每项变更均已在计划副本上单独试算；提前量为工作时间。</translation>
    </message>
    <message>
      <source>Each page has keys of its own; those of the page in front are listed.</source>
      <translation>每个页面有各自的快捷键，这里列出的是当前页面的。</translation>
    </message>
    <message>
      <source>Each task waits for the one above it (Ctrl+F2)</source>
      <translation>每个任务等待其上方的任务（Ctrl+F2）</translation>
    </message>
    <message>
      <source>Earlier</source>
      <translation>向前</translation>
    </message>
    <message>
      <source>Earlier</source>
      <comment>variance</comment>
      <translation>提前</translation>
    </message>
    <message>
      <source>Earlier edits to “{name}” could not be put beside it, which has changed since. They are kept in “{folder}”.</source>
      <translation>“{name}”已被他人修改，您之前的修改未能放到它旁边，现保存在“{folder}”中。</translation>
    </message>
    <message>
      <source>Earlier period</source>
      <translation>上一时段</translation>
    </message>
    <message>
      <source>Early finish</source>
      <translation>最早完成时间</translation>
    </message>
    <message>
      <source>Early peak</source>
      <comment>work contour</comment>
      <translation>先峰分布</translation>
    </message>
    <message>
      <source>Early start</source>
      <translation>最早开始时间</translation>
    </message>
    <message>
      <source>Earned schedule (ES)</source>
      <translation>挣得进度（ES）</translation>
    </message>
    <message>
      <source>Earned value</source>
      <translation>挣值</translation>
    </message>
    <message>
      <source>Earned value (EV)</source>
      <translation>挣值（EV）</translation>
    </message>
    <message>
      <source>Earned value by task</source>
      <translation>各任务挣值</translation>
    </message>
    <message>
      <source>Earned value in</source>
      <translation>挣值计算依据</translation>
    </message>
    <message>
      <source>Earned value: what was done by the status date, at agreed cost.</source>
      <translation>挣值：到状态日期已完成的工作，按基准成本计。</translation>
    </message>
    <message>
      <source>Edit</source>
      <comment>noun</comment>
      <translation>修改</translation>
    </message>
    <message>
      <source>Edit the cell</source>
      <translation>编辑单元格</translation>
    </message>
    <message>
      <source>Edit the working time…</source>
      <translation>编辑工作时间…</translation>
    </message>
    <message>
      <source>Edits it; a list opens at once</source>
      <translation>编辑单元格；有列表时立即展开</translation>
    </message>
    <message>
      <source>Edits to “{name}” from last time, which could not be brought back then, are here again.</source>
      <translation>上次未能写回“{name}”的修改已重新载入。</translation>
    </message>
    <message>
      <source>Effect</source>
      <translation>风险影响</translation>
    </message>
    <message>
      <source>Effective from</source>
      <translation>生效日</translation>
    </message>
    <message>
      <source>Effects</source>
      <translation>影响</translation>
    </message>
    <message>
      <source>Effort-driven</source>
      <translation>投入比导向</translation>
    </message>
    <message>
      <source>Eight hours with a break</source>
      <translation>八小时，午休一小时</translation>
    </message>
    <message>
      <source>Empty cells empty the field</source>
      <translation>空单元格清空对应字段</translation>
    </message>
    <message>
      <source>Empty resource rows, left out: {n}</source>
      <translation>空的资源行，略去：{n} 行</translation>
    </message>
    <message>
      <source>Empty rows, left out: {n}</source>
      <translation>空行，略去：{n} 行</translation>
    </message>
    <message>
      <source>End the search and show the best that was found</source>
      <translation>结束搜索，显示目前找到的最佳方案</translation>
    </message>
    <message>
      <source>Engagement strategy</source>
      <translation>应对策略</translation>
    </message>
    <message>
      <source>English</source>
      <translation>英文</translation>
    </message>
    <message>
      <source>Enhance</source>
      <translation>提高</translation>
    </message>
    <message>
      <source>Enter changes it, Delete takes it away</source>
      <translation>按 Enter 修改，按 Delete 移除</translation>
    </message>
    <message>
      <source>Enter opens it, Delete takes the link away</source>
      <translation>按 Enter 打开，按 Delete 取消关联</translation>
    </message>
    <message>
      <source>Equipment</source>
      <translation>设备</translation>
    </message>
    <message>
      <source>Equipment, written as work resources: {n}</source>
      <translation>设备，写为工时资源：{n} 个</translation>
    </message>
    <message>
      <source>Esc lays the tool down</source>
      <translation>按 Esc 结束</translation>
    </message>
    <message>
      <source>Esc while something is dragged</source>
      <translation>拖动时按 Esc</translation>
    </message>
    <message>
      <source>Escalate</source>
      <translation>上报</translation>
    </message>
    <message>
      <source>Escalated</source>
      <translation>已升级</translation>
    </message>
    <message>
      <source>Escalated on</source>
      <translation>上报日</translation>
    </message>
    <message>
      <source>Escalated to</source>
      <translation>上报对象</translation>
    </message>
    <message>
      <source>Escalating</source>
      <translation>升级</translation>
    </message>
    <message>
      <source>Escalation</source>
      <translation>上报</translation>
    </message>
    <message>
      <source>Estimate</source>
      <translation>估算</translation>
    </message>
    <message>
      <source>Estimate at completion (EAC = BAC ÷ CPI)</source>
      <translation>完工估算（EAC = BAC ÷ CPI）</translation>
    </message>
    <message>
      <source>Estimate at completion: what it will cost if it goes on like this.</source>
      <translation>完工估算：照目前情况继续下去的总成本。</translation>
    </message>
    <message>
      <source>Estimate to complete (ETC = EAC − AC)</source>
      <translation>完工尚需估算（ETC = EAC − AC）</translation>
    </message>
    <message>
      <source>Estimate to complete: what is still to be spent.</source>
      <translation>完工尚需估算：尚待花费的成本。</translation>
    </message>
    <message>
      <source>Estimated duration</source>
      <translation>估计工期</translation>
    </message>
    <message>
      <source>Estimated duration (IEAC(t) = PD ÷ SPI(t))</source>
      <translation>预计总工期（IEAC(t) = PD ÷ SPI(t)）</translation>
    </message>
    <message>
      <source>Even</source>
      <comment>work contour</comment>
      <translation>均匀分布</translation>
    </message>
    <message>
      <source>Every</source>
      <comment>so many weeks</comment>
      <translation>每</translation>
    </message>
    <message>
      <source>Every 30 minutes of work</source>
      <translation>工作中每 30 分钟</translation>
    </message>
    <message>
      <source>Every contact with the client: who, when, what was said, and what follows from it.</source>
      <translation>与客户的每一次联系：谁、何时、说了什么、接下来做什么。</translation>
    </message>
    <message>
      <source>Every date is computed as the file recorded it.</source>
      <translation>所有日期的计算结果都与文件中记录的一致。</translation>
    </message>
    <message>
      <source>Every day</source>
      <translation>每天</translation>
    </message>
    <message>
      <source>Every edit that was ever made in this file. Nothing of it reaches anything made for the client.</source>
      <translation>此文件中做过的每一次修改。这些内容不会出现在任何给客户的材料中。</translation>
    </message>
    <message>
      <source>Every month on {days}</source>
      <translation>每月的{days}</translation>
    </message>
    <message>
      <source>Every week on {days}</source>
      <translation>每周的{days}</translation>
    </message>
    <message>
      <source>Every year on {days}</source>
      <translation>每年的{days}</translation>
    </message>
    <message>
      <source>Every {n} days</source>
      <translation>每 {n} 天</translation>
    </message>
    <message>
      <source>Every {n} months on {days}</source>
      <translation>每 {n} 个月的{days}</translation>
    </message>
    <message>
      <source>Every {n} weeks on {days}</source>
      <translation>每 {n} 周的{days}</translation>
    </message>
    <message>
      <source>Every {n} years on {days}</source>
      <translation>每 {n} 年的{days}</translation>
    </message>
    <message>
      <source>Everybody the project depends on, on every side: who they are, how to reach them, what they want.</source>
      <translation>项目所依靠的各方人员：他们是谁、如何联系、想要什么。</translation>
    </message>
    <message>
      <source>Everything stays as it was</source>
      <translation>一切保持原样</translation>
    </message>
    <message>
      <source>Everything that the team may read; private records and fields stay here.</source>
      <translation>团队可读的全部内容；私人记录和字段不会写入。</translation>
    </message>
    <message>
      <source>Evidence</source>
      <translation>凭证</translation>
    </message>
    <message>
      <source>Evidence of completion</source>
      <translation>完成凭证</translation>
    </message>
    <message>
      <source>Exact units</source>
      <translation>精确单位</translation>
    </message>
    <message>
      <source>Excel workbook</source>
      <translation>Excel 工作簿</translation>
    </message>
    <message>
      <source>Exception</source>
      <translation>例外日期</translation>
    </message>
    <message>
      <source>Exceptions</source>
      <translation>例外日期</translation>
    </message>
    <message>
      <source>Executing</source>
      <translation>执行</translation>
    </message>
    <message>
      <source>Expand</source>
      <translation>展开</translation>
    </message>
    <message>
      <source>Expand all</source>
      <translation>全部展开</translation>
    </message>
    <message>
      <source>Expected duration (PERT)</source>
      <translation>期望工期（PERT）</translation>
    </message>
    <message>
      <source>Expected finish dates of activities, not read: {n}</source>
      <translation>未读取的作业期望完成日期：{n}</translation>
    </message>
    <message>
      <source>Expected, and still empty</source>
      <translation>应填写，目前为空</translation>
    </message>
    <message>
      <source>Expenses, not read: {n}</source>
      <translation>其他费用，未读取：{n}</translation>
    </message>
    <message>
      <source>Exploit</source>
      <translation>开拓</translation>
    </message>
    <message>
      <source>Export as PDF</source>
      <translation>导出为 PDF</translation>
    </message>
    <message>
      <source>Export as PDF…</source>
      <translation>导出为 PDF…</translation>
    </message>
    <message>
      <source>Export for other programs</source>
      <translation>导出到其他程序</translation>
    </message>
    <message>
      <source>Export for other programs…</source>
      <translation>导出到其他程序…</translation>
    </message>
    <message>
      <source>Export holidays</source>
      <translation>导出节假日</translation>
    </message>
    <message>
      <source>Export report</source>
      <translation>导出报告</translation>
    </message>
    <message>
      <source>Export the table</source>
      <translation>导出表格</translation>
    </message>
    <message>
      <source>Export the table…</source>
      <translation>导出表格…</translation>
    </message>
    <message>
      <source>Exported as {name}</source>
      <translation>已导出为 {name}</translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>导出…</translation>
    </message>
    <message>
      <source>Exposure in days</source>
      <translation>暴露天数</translation>
    </message>
    <message>
      <source>Exposure, likely</source>
      <translation>暴露值（最可能）</translation>
    </message>
    <message>
      <source>Exposure, maximum</source>
      <translation>暴露值（最大）</translation>
    </message>
    <message>
      <source>Exposure, minimum</source>
      <translation>暴露值（最小）</translation>
    </message>
    <message>
      <source>Extend the project</source>
      <translation>允许延长项目</translation>
    </message>
    <message>
      <source>External</source>
      <translation>外部</translation>
    </message>
    <message>
      <source>External early start</source>
      <translation>外部最早开始</translation>
    </message>
    <message>
      <source>External late finish</source>
      <translation>外部最晚完成</translation>
    </message>
    <message>
      <source>FY {first_year}/{last_year}</source>
      <comment>time scale</comment>
      <translation>{first_year}/{last_year}财年</translation>
    </message>
    <message>
      <source>Fade what is not linked</source>
      <translation>淡化无关任务</translation>
    </message>
    <message>
      <source>Fallback plan</source>
      <translation>弹回计划</translation>
    </message>
    <message>
      <source>Feb</source>
      <translation>2月</translation>
    </message>
    <message>
      <source>February</source>
      <translation>二月</translation>
    </message>
    <message>
      <source>Figure</source>
      <translation>指标</translation>
    </message>
    <message>
      <source>Figures of earned value</source>
      <translation>挣值指标</translation>
    </message>
    <message>
      <source>Figures of one task are shown when it is selected alone.</source>
      <translation>仅选中一个任务时显示该任务的数值。</translation>
    </message>
    <message>
      <source>Figures shown</source>
      <translation>显示的指标</translation>
    </message>
    <message>
      <source>File</source>
      <translation>文件</translation>
    </message>
    <message>
      <source>File name</source>
      <translation>文件名</translation>
    </message>
    <message>
      <source>Files a point with the issues, to be looked at later</source>
      <translation>把一点记入问题清单，留待会后再议</translation>
    </message>
    <message>
      <source>Files of &amp;type:</source>
      <translation>文件类型(&amp;T)：</translation>
    </message>
    <message>
      <source>Files such as “{name}” can be read but not written. Nothing was written.</source>
      <translation>“{name}”这类文件只能读取，不能写出。未写出任何内容。</translation>
    </message>
    <message>
      <source>Fill cells</source>
      <translation>填充单元格</translation>
    </message>
    <message>
      <source>Fill down</source>
      <translation>向下填充</translation>
    </message>
    <message>
      <source>Filter</source>
      <translation>筛选</translation>
    </message>
    <message>
      <source>Filter by a column</source>
      <translation>按列筛选</translation>
    </message>
    <message>
      <source>Filter by a column…</source>
      <translation>按列筛选…</translation>
    </message>
    <message>
      <source>Filter by this column…</source>
      <translation>按此列筛选…</translation>
    </message>
    <message>
      <source>Financial year {first_year}/{last_year}</source>
      <comment>time scale</comment>
      <translation>{first_year}/{last_year}财政年度</translation>
    </message>
    <message>
      <source>Find</source>
      <translation>查找</translation>
    </message>
    <message>
      <source>Find a column</source>
      <translation>查找列</translation>
    </message>
    <message>
      <source>Find a command</source>
      <translation>查找命令</translation>
    </message>
    <message>
      <source>Find a command…</source>
      <translation>查找命令…</translation>
    </message>
    <message>
      <source>Find in the plan</source>
      <translation>在计划中查找</translation>
    </message>
    <message>
      <source>Find in {what} (Ctrl+F)</source>
      <translation>在{what}中查找（Ctrl+F）</translation>
    </message>
    <message>
      <source>Find moves</source>
      <translation>查找方案</translation>
    </message>
    <message>
      <source>Find next</source>
      <translation>查找下一个</translation>
    </message>
    <message>
      <source>Find previous</source>
      <translation>查找上一个</translation>
    </message>
    <message>
      <source>Findings in the plan</source>
      <translation>计划检查结果</translation>
    </message>
    <message>
      <source>Findings in the plan…</source>
      <translation>计划检查结果…</translation>
    </message>
    <message>
      <source>Finish</source>
      <translation>完成时间</translation>
    </message>
    <message>
      <source>Finish after</source>
      <translation>新完成时间</translation>
    </message>
    <message>
      <source>Finish before</source>
      <translation>原完成时间</translation>
    </message>
    <message>
      <source>Finish computed</source>
      <translation>计算的完成时间</translation>
    </message>
    <message>
      <source>Finish float</source>
      <translation>完成浮动时间</translation>
    </message>
    <message>
      <source>Finish in the file</source>
      <translation>文件中的完成时间</translation>
    </message>
    <message>
      <source>Finish no earlier than</source>
      <translation>不得早于…完成</translation>
    </message>
    <message>
      <source>Finish no later than</source>
      <translation>不得晚于…完成</translation>
    </message>
    <message>
      <source>Finish variance</source>
      <translation>完成时间偏差</translation>
    </message>
    <message>
      <source>Finish-to-finish (FF)</source>
      <translation>完成-完成（FF）</translation>
    </message>
    <message>
      <source>Finish-to-start (FS)</source>
      <translation>完成-开始（FS）</translation>
    </message>
    <message>
      <source>Finish-to-start is the logic everybody understands and the least prone to mistakes.</source>
      <translation>完成-开始关系最容易理解，也最不易出错。</translation>
    </message>
    <message>
      <source>Finish-to-start links</source>
      <translation>完成-开始（FS）依赖关系</translation>
    </message>
    <message>
      <source>Finished on {date}</source>
      <translation>已于 {date} 完成</translation>
    </message>
    <message>
      <source>Finishes earlier than agreed</source>
      <translation>早于基准完成</translation>
    </message>
    <message>
      <source>Finishes later than agreed</source>
      <translation>晚于基准完成</translation>
    </message>
    <message>
      <source>Finishes within {n} days</source>
      <translation>{n} 天内完成</translation>
    </message>
    <message>
      <source>First day</source>
      <translation>开始日期</translation>
    </message>
    <message>
      <source>First half of FY {first_year}/{last_year}</source>
      <comment>time scale</comment>
      <translation>{first_year}/{last_year}财年上半年</translation>
    </message>
    <message>
      <source>First half of {year}</source>
      <comment>time scale</comment>
      <translation>{year}年上半年</translation>
    </message>
    <message>
      <source>Fit on one page</source>
      <translation>缩放到一页</translation>
    </message>
    <message>
      <source>Fit the column to its text</source>
      <translation>列宽适应文字</translation>
    </message>
    <message>
      <source>Fit the diagram</source>
      <translation>显示全图</translation>
    </message>
    <message>
      <source>Fit the plan</source>
      <translation>显示整个计划</translation>
    </message>
    <message>
      <source>Fit the selection</source>
      <translation>显示所选任务</translation>
    </message>
    <message>
      <source>Fit the width</source>
      <translation>适合宽度</translation>
    </message>
    <message>
      <source>Fixed cost</source>
      <translation>固定成本</translation>
    </message>
    <message>
      <source>Fixed cost falls due</source>
      <translation>固定成本累算</translation>
    </message>
    <message>
      <source>Fixed duration</source>
      <translation>固定工期</translation>
    </message>
    <message>
      <source>Fixed price</source>
      <translation>固定总价</translation>
    </message>
    <message>
      <source>Fixed text in front</source>
      <translation>前缀文字</translation>
    </message>
    <message>
      <source>Fixed units</source>
      <translation>固定单位</translation>
    </message>
    <message>
      <source>Fixed work</source>
      <translation>固定工时</translation>
    </message>
    <message>
      <source>Float</source>
      <comment>columns</comment>
      <translation>浮动时间</translation>
    </message>
    <message>
      <source>Float and logic</source>
      <translation>浮动时间与逻辑</translation>
    </message>
    <message>
      <source>Float path, by its number</source>
      <translation>浮动路径（按编号）</translation>
    </message>
    <message>
      <source>Fold days off and nights away</source>
      <translation>折叠非工作日和夜间</translation>
    </message>
    <message>
      <source>Fold days off away</source>
      <translation>折叠非工作日</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>文件夹</translation>
    </message>
    <message>
      <source>Follow links</source>
      <translation>随链接</translation>
    </message>
    <message>
      <source>Follow up: {title}</source>
      <translation>跟进：{title}</translation>
    </message>
    <message>
      <source>Follow-up</source>
      <translation>跟进日期</translation>
    </message>
    <message>
      <source>Follow-up done</source>
      <translation>已跟进</translation>
    </message>
    <message>
      <source>Follow-up on {date}</source>
      <translation>{date} 跟进</translation>
    </message>
    <message>
      <source>Follow-up overdue</source>
      <translation>跟进逾期</translation>
    </message>
    <message>
      <source>Follow-up waiting</source>
      <translation>待跟进</translation>
    </message>
    <message>
      <source>Follow-up within 7 days</source>
      <translation>7 天内跟进</translation>
    </message>
    <message>
      <source>Follow-ups</source>
      <translation>跟进事项</translation>
    </message>
    <message>
      <source>Follows from the sub-tasks</source>
      <translation>由子任务得出</translation>
    </message>
    <message>
      <source>For</source>
      <comment>reader</comment>
      <translation>读者</translation>
    </message>
    <message>
      <source>For the client</source>
      <translation>给客户</translation>
    </message>
    <message>
      <source>For the client for the first time: {n} item</source>
      <translation>首次提供给客户：{n} 项</translation>
    </message>
    <message>
      <source>For the client for the first time: {n} items</source>
      <translation>首次提供给客户：{n} 项</translation>
    </message>
    <message>
      <source>For the team</source>
      <translation>给团队</translation>
    </message>
    <message>
      <source>Forecast</source>
      <translation>预测</translation>
    </message>
    <message>
      <source>Forecast</source>
      <comment>earned value</comment>
      <translation>预测</translation>
    </message>
    <message>
      <source>Forecast finish</source>
      <translation>预测完工</translation>
    </message>
    <message>
      <source>Forecast on the agreed date.</source>
      <translation>预计按约定日期完成。</translation>
    </message>
    <message>
      <source>Forecast {days} working days early.</source>
      <translation>预计提前 {days} 个工作日。</translation>
    </message>
    <message>
      <source>Forecast {days} working days late, tolerance {tolerance}.</source>
      <translation>预计延误 {days} 个工作日，容许偏差为 {tolerance} 个工作日。</translation>
    </message>
    <message>
      <source>Forecast {days} working days late, within the tolerance of {tolerance}.</source>
      <translation>预计延误 {days} 个工作日，在容许偏差 {tolerance} 个工作日之内。</translation>
    </message>
    <message>
      <source>Forecast {days} working days late; no tolerance was agreed.</source>
      <translation>预计延误 {days} 个工作日；未约定容许偏差。</translation>
    </message>
    <message>
      <source>Foreign data</source>
      <translation>外部数据</translation>
    </message>
    <message>
      <source>Foreign id</source>
      <translation>外部标识号</translation>
    </message>
    <message>
      <source>Foreign slot</source>
      <translation>外部基准序号</translation>
    </message>
    <message>
      <source>Formal notice</source>
      <translation>正式通知</translation>
    </message>
    <message>
      <source>Formal notices</source>
      <translation>正式通知</translation>
    </message>
    <message>
      <source>Forum</source>
      <translation>决策场合</translation>
    </message>
    <message>
      <source>Free float</source>
      <translation>自由浮动时间</translation>
    </message>
    <message>
      <source>Free float (days)</source>
      <translation>自由浮动时间（天）</translation>
    </message>
    <message>
      <source>Freeze WBS codes</source>
      <translation>冻结 WBS 编码</translation>
    </message>
    <message>
      <source>Freeze up to this column</source>
      <translation>冻结至此列</translation>
    </message>
    <message>
      <source>Fri</source>
      <translation>周五</translation>
    </message>
    <message>
      <source>Friday</source>
      <translation>星期五</translation>
    </message>
    <message>
      <source>From</source>
      <translation>起</translation>
    </message>
    <message>
      <source>From and to…</source>
      <translation>自定起止日期…</translation>
    </message>
    <message>
      <source>From here on the rest of the work goes on.</source>
      <translation>其余工作从此时继续。</translation>
    </message>
    <message>
      <source>From: {task} ({end})</source>
      <translation>从：{task}（{end}）</translation>
    </message>
    <message>
      <source>Front-loaded</source>
      <comment>work contour</comment>
      <translation>前重后轻</translation>
    </message>
    <message>
      <source>Full screen</source>
      <translation>全屏</translation>
    </message>
    <message>
      <source>Future task</source>
      <translation>尚未到期</translation>
    </message>
    <message>
      <source>G</source>
      <comment>rating</comment>
      <translation>绿</translation>
    </message>
    <message>
      <source>Gantt chart</source>
      <translation>甘特图</translation>
    </message>
    <message>
      <source>Gantt chart: pages across</source>
      <translation>甘特图横向页数</translation>
    </message>
    <message>
      <source>GanttProject</source>
      <translation>GanttProject</translation>
    </message>
    <message>
      <source>Gap</source>
      <translation>间隔</translation>
    </message>
    <message>
      <source>Gate</source>
      <comment>report</comment>
      <translation>关口</translation>
    </message>
    <message>
      <source>General</source>
      <translation>常规</translation>
    </message>
    <message>
      <source>General</source>
      <comment>section</comment>
      <translation>常规</translation>
    </message>
    <message>
      <source>Give every working day the hours of the first one</source>
      <translation>让每个工作日都采用第一个工作日的时间</translation>
    </message>
    <message>
      <source>Give up what was typed</source>
      <translation>放弃输入</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>继续</translation>
    </message>
    <message>
      <source>Go on after</source>
      <translation>间隔</translation>
    </message>
    <message>
      <source>Go there</source>
      <translation>转到</translation>
    </message>
    <message>
      <source>Go to</source>
      <translation>转到</translation>
    </message>
    <message>
      <source>Go to a date</source>
      <translation>转到日期</translation>
    </message>
    <message>
      <source>Go to a date…</source>
      <translation>转到日期…</translation>
    </message>
    <message>
      <source>Go to the details</source>
      <translation>转到详细信息</translation>
    </message>
    <message>
      <source>Go to the other task</source>
      <translation>转到对方任务</translation>
    </message>
    <message>
      <source>Go to the resource</source>
      <translation>转到该资源</translation>
    </message>
    <message>
      <source>Goals</source>
      <translation>目标</translation>
    </message>
    <message>
      <source>Goes on with the first two selected values: numbers, dates, codes, weekdays, “Phase 1, Phase 2”</source>
      <translation>按所选前两个值的步长继续填充：数字、日期、编码、星期、“第1阶段、第2阶段”等</translation>
    </message>
    <message>
      <source>Goes out</source>
      <translation>写入</translation>
    </message>
    <message>
      <source>Going back in the history: {n} edit …</source>
      <translation>正在回溯历史：{n} 次编辑…</translation>
    </message>
    <message>
      <source>Going back in the history: {n} edits …</source>
      <translation>正在回溯历史：{n} 次编辑…</translation>
    </message>
    <message>
      <source>Good</source>
      <translation>良好</translation>
    </message>
    <message>
      <source>Greater impact</source>
      <translation>加大影响</translation>
    </message>
    <message>
      <source>Green</source>
      <comment>rating</comment>
      <translation>绿</translation>
    </message>
    <message>
      <source>Green again by</source>
      <translation>恢复日期</translation>
    </message>
    <message>
      <source>Green: within the tolerance agreed for this project. Amber: forecast to exceed it, recovery within the project manager’s power. Red: exceeds it or will, and needs a decision above the project manager.</source>
      <translation>绿：在本项目约定的容许偏差之内。黄：预测将超出，但项目经理有能力挽回。红：已经或必将超出，需要项目经理之上的决策。</translation>
    </message>
    <message>
      <source>Grid</source>
      <translation>表格</translation>
    </message>
    <message>
      <source>Group</source>
      <translation>分组</translation>
    </message>
    <message>
      <source>Group by this column</source>
      <translation>按此列分组</translation>
    </message>
    <message>
      <source>Groups: {names}</source>
      <translation>分组：{names}</translation>
    </message>
    <message>
      <source>H</source>
      <comment>mark of a holiday</comment>
      <translation>休</translation>
    </message>
    <message>
      <source>H1</source>
      <comment>time scale</comment>
      <translation>上半年</translation>
    </message>
    <message>
      <source>H1 FY {first_year}/{last_year}</source>
      <comment>time scale</comment>
      <translation>{first_year}/{last_year}上半年</translation>
    </message>
    <message>
      <source>H1 {year}</source>
      <comment>time scale</comment>
      <translation>{year}上半年</translation>
    </message>
    <message>
      <source>H2</source>
      <comment>time scale</comment>
      <translation>下半年</translation>
    </message>
    <message>
      <source>H2 FY {first_year}/{last_year}</source>
      <comment>time scale</comment>
      <translation>{first_year}/{last_year}下半年</translation>
    </message>
    <message>
      <source>H2 {year}</source>
      <comment>time scale</comment>
      <translation>{year}下半年</translation>
    </message>
    <message>
      <source>Has a date constraint</source>
      <translation>有日期限制</translation>
    </message>
    <message>
      <source>Has a note</source>
      <translation>有备注</translation>
    </message>
    <message>
      <source>Headline</source>
      <translation>一句话结论</translation>
    </message>
    <message>
      <source>Headline of the next report</source>
      <translation>下期报告的一句话结论</translation>
    </message>
    <message>
      <source>Heads on every page</source>
      <translation>每页重复标题行</translation>
    </message>
    <message>
      <source>Health of the schedule ({profile}):</source>
      <translation>进度计划健康检查（{profile}）：</translation>
    </message>
    <message>
      <source>Heat map</source>
      <translation>热力图</translation>
    </message>
    <message>
      <source>Heat map of all resources</source>
      <translation>全部资源热力图</translation>
    </message>
    <message>
      <source>Held by</source>
      <translation>日期限制</translation>
    </message>
    <message>
      <source>Hide</source>
      <translation>隐藏</translation>
    </message>
    <message>
      <source>Hide (Del)</source>
      <translation>隐藏（Del）</translation>
    </message>
    <message>
      <source>Hide column</source>
      <translation>隐藏列</translation>
    </message>
    <message>
      <source>High</source>
      <translation>高</translation>
    </message>
    <message>
      <source>High</source>
      <comment>risks</comment>
      <translation>高风险</translation>
    </message>
    <message>
      <source>High contrast</source>
      <translation>高对比度</translation>
    </message>
    <message>
      <source>High risks without owner or response: {count}.</source>
      <translation>有 {count} 个高风险没有责任人或应对策略。</translation>
    </message>
    <message>
      <source>High risks, all with owner and response: {count}.</source>
      <translation>有 {count} 个高风险，均已有责任人和应对策略。</translation>
    </message>
    <message>
      <source>High without owner or response</source>
      <translation>高风险缺责任人或应对</translation>
    </message>
    <message>
      <source>Histogram</source>
      <translation>直方图</translation>
    </message>
    <message>
      <source>History</source>
      <translation>修改历史</translation>
    </message>
    <message>
      <source>History…</source>
      <translation>修改历史…</translation>
    </message>
    <message>
      <source>Holiday or other day off</source>
      <translation>节假日或其他休息日</translation>
    </message>
    <message>
      <source>Holidays</source>
      <translation>节假日</translation>
    </message>
    <message>
      <source>Holidays and make-up working days</source>
      <translation>节假日与调休上班日</translation>
    </message>
    <message>
      <source>Holidays from</source>
      <translation>节假日来源</translation>
    </message>
    <message>
      <source>Holidays of {name}</source>
      <translation>设置“{name}”的节假日</translation>
    </message>
    <message>
      <source>Holidays…</source>
      <translation>节假日…</translation>
    </message>
    <message>
      <source>Honour constraint dates</source>
      <translation>遵守限制日期</translation>
    </message>
    <message>
      <source>Hours</source>
      <translation>时段</translation>
    </message>
    <message>
      <source>Hours</source>
      <comment>time scale</comment>
      <translation>小时</translation>
    </message>
    <message>
      <source>Hours more than agreed.</source>
      <translation>比基准多出的工时。</translation>
    </message>
    <message>
      <source>Hours of people and equipment in all: duration × units.</source>
      <translation>人员和设备的总工时：工期 × 单位。</translation>
    </message>
    <message>
      <source>Hours of the work that lie outside working time, and cost as such.</source>
      <translation>工时中超出工作时间的部分，按加班计费。</translation>
    </message>
    <message>
      <source>Hours on {day}</source>
      <translation>{day}的时间</translation>
    </message>
    <message>
      <source>Hours that are still to be worked.</source>
      <translation>尚未完成的工时。</translation>
    </message>
    <message>
      <source>Hours that were worked.</source>
      <translation>已完成的工时。</translation>
    </message>
    <message>
      <source>How dates are reckoned</source>
      <translation>日期的计算方式</translation>
    </message>
    <message>
      <source>How far the duration will usually be off: (pessimistic − optimistic) ÷ 6, one standard deviation.</source>
      <translation>工期通常的偏差：（悲观工期 − 乐观工期）÷ 6，即一个标准差。</translation>
    </message>
    <message>
      <source>How far the plan is ahead in time; negative is late.</source>
      <translation>按时间计，进度提前多少；负值表示延误。</translation>
    </message>
    <message>
      <source>How far the task can slip without delaying any other task.</source>
      <translation>任务可推迟多久而不影响任何其他任务。</translation>
    </message>
    <message>
      <source>How far the task can slip without delaying the project or a date that has to be kept. Below nought, it is too late already.</source>
      <translation>任务可推迟多久而不影响项目或必须遵守的日期。为负表示已经来不及。</translation>
    </message>
    <message>
      <source>How long levelling holds the task back behind its links.</source>
      <translation>资源平衡使任务比链接所定的时间晚多久。</translation>
    </message>
    <message>
      <source>How long the whole plan will take at the pace so far.</source>
      <translation>保持目前速度时，整个计划需要的时间。</translation>
    </message>
    <message>
      <source>How many parts the task has; between them work rests.</source>
      <translation>任务分成几段，各段之间停工。</translation>
    </message>
    <message>
      <source>How much less was spent than the work done was budgeted at; negative is over cost.</source>
      <translation>实际花费比已完成工作的预算少多少；负值表示超支。</translation>
    </message>
    <message>
      <source>How much more is done than was planned; negative is behind.</source>
      <translation>已完成比计划多出多少；负值表示进度落后。</translation>
    </message>
    <message>
      <source>How much of the duration lies behind. It brings an actual start; 100 an actual finish.</source>
      <translation>工期已经过去的部分。填写后会带出实际开始时间，填 100 则带出实际完成时间。</translation>
    </message>
    <message>
      <source>How much of the result is there, whatever time it took; for earned value only.</source>
      <translation>成果已完成的部分，与所用时间无关；仅用于挣值计算。</translation>
    </message>
    <message>
      <source>How much time has gone by since the beginning.</source>
      <translation>从开始到现在已经过去的时间。</translation>
    </message>
    <message>
      <source>How resources are shown</source>
      <translation>资源显示方式</translation>
    </message>
    <message>
      <source>How the finish is held</source>
      <translation>完成时间的固定方式</translation>
    </message>
    <message>
      <source>How the start is held</source>
      <translation>开始时间的固定方式</translation>
    </message>
    <message>
      <source>How the task is held…</source>
      <translation>任务的固定方式…</translation>
    </message>
    <message>
      <source>How to level</source>
      <translation>平衡方式</translation>
    </message>
    <message>
      <source>How to reach</source>
      <translation>联系方式</translation>
    </message>
    <message>
      <source>Hybrid</source>
      <translation>混合</translation>
    </message>
    <message>
      <source>I</source>
      <comment>badge</comment>
      <translation>题</translation>
    </message>
    <message>
      <source>Identified</source>
      <translation>已识别</translation>
    </message>
    <message>
      <source>If a critical task takes much longer, the end of the project must move as much.</source>
      <translation>关键任务大幅延长时，项目完成时间应同样推迟。</translation>
    </message>
    <message>
      <source>Ignore resource calendars</source>
      <translation>忽略资源日历</translation>
    </message>
    <message>
      <source>Impact</source>
      <translation>影响</translation>
    </message>
    <message>
      <source>Impact from</source>
      <translation>原影响</translation>
    </message>
    <message>
      <source>Impact on cost</source>
      <translation>对成本的影响</translation>
    </message>
    <message>
      <source>Impact on quality</source>
      <translation>对质量的影响</translation>
    </message>
    <message>
      <source>Impact on reputation</source>
      <translation>对声誉的影响</translation>
    </message>
    <message>
      <source>Impact on schedule</source>
      <translation>对进度的影响</translation>
    </message>
    <message>
      <source>Impact on scope</source>
      <translation>对范围的影响</translation>
    </message>
    <message>
      <source>Impact on time</source>
      <translation>对时间的影响</translation>
    </message>
    <message>
      <source>Impact to</source>
      <translation>新影响</translation>
    </message>
    <message>
      <source>Impact →</source>
      <translation>影响 →</translation>
    </message>
    <message>
      <source>Import</source>
      <translation>导入</translation>
    </message>
    <message>
      <source>Import a table</source>
      <translation>导入表格</translation>
    </message>
    <message>
      <source>Import a table…</source>
      <translation>导入表格…</translation>
    </message>
    <message>
      <source>Import report</source>
      <translation>导入报告</translation>
    </message>
    <message>
      <source>Import report…</source>
      <translation>导入报告…</translation>
    </message>
    <message>
      <source>Import {name}</source>
      <translation>导入“{name}”</translation>
    </message>
    <message>
      <source>Imported</source>
      <translation>导入</translation>
    </message>
    <message>
      <source>Imported</source>
      <comment>columns</comment>
      <translation>导入的记录</translation>
    </message>
    <message>
      <source>Imported from</source>
      <translation>导入自</translation>
    </message>
    <message>
      <source>In progress</source>
      <translation>进行中</translation>
    </message>
    <message>
      <source>In proportion</source>
      <translation>按比例</translation>
    </message>
    <message>
      <source>In tables</source>
      <translation>表格中</translation>
    </message>
    <message>
      <source>In the calendar editor.</source>
      <translation>用于日历编辑器。</translation>
    </message>
    <message>
      <source>Inactive task</source>
      <translation>停用的任务</translation>
    </message>
    <message>
      <source>Incoming</source>
      <translation>来</translation>
    </message>
    <message>
      <source>Incomplete</source>
      <translation>信息不全</translation>
    </message>
    <message>
      <source>Indent</source>
      <translation>降级</translation>
    </message>
    <message>
      <source>Indent {name}</source>
      <translation>将“{name}”降级</translation>
    </message>
    <message>
      <source>Industry</source>
      <translation>行业</translation>
    </message>
    <message>
      <source>Influence</source>
      <translation>影响力与态度</translation>
    </message>
    <message>
      <source>Inform</source>
      <translation>告知</translation>
    </message>
    <message>
      <source>Initials</source>
      <translation>缩写</translation>
    </message>
    <message>
      <source>Initiating</source>
      <translation>启动</translation>
    </message>
    <message>
      <source>Insert</source>
      <translation>插入</translation>
    </message>
    <message>
      <source>Insert a column</source>
      <translation>插入列</translation>
    </message>
    <message>
      <source>Insert a module</source>
      <translation>插入任务模块</translation>
    </message>
    <message>
      <source>Insert a module…</source>
      <translation>插入任务模块…</translation>
    </message>
    <message>
      <source>Insert column here…</source>
      <translation>在此插入列…</translation>
    </message>
    <message>
      <source>Insert task above</source>
      <translation>在上方插入任务</translation>
    </message>
    <message>
      <source>Insert the module {name}</source>
      <translation>插入任务模块“{name}”</translation>
    </message>
    <message>
      <source>Inside bars</source>
      <translation>条形内部</translation>
    </message>
    <message>
      <source>Interest</source>
      <translation>利益</translation>
    </message>
    <message>
      <source>Interfering float</source>
      <translation>干扰浮动时间</translation>
    </message>
    <message>
      <source>Internal</source>
      <translation>内部</translation>
    </message>
    <message>
      <source>Internal – not for the client</source>
      <translation>内部资料，不得提供给客户</translation>
    </message>
    <message>
      <source>Interrupt at</source>
      <translation>中断于</translation>
    </message>
    <message>
      <source>Interruption</source>
      <translation>中断</translation>
    </message>
    <message>
      <source>Into the row</source>
      <translation>目标行</translation>
    </message>
    <message>
      <source>Invited</source>
      <translation>应到</translation>
    </message>
    <message>
      <source>Issue</source>
      <translation>问题</translation>
    </message>
    <message>
      <source>Issue log</source>
      <translation>问题日志</translation>
    </message>
    <message>
      <source>Issue report {number}</source>
      <translation>签发第 {number} 号报告</translation>
    </message>
    <message>
      <source>Issued</source>
      <comment>report</comment>
      <translation>已发</translation>
    </message>
    <message>
      <source>Issued on</source>
      <translation>签发日期</translation>
    </message>
    <message>
      <source>Issued to</source>
      <translation>发送对象</translation>
    </message>
    <message>
      <source>Issues</source>
      <translation>问题</translation>
    </message>
    <message>
      <source>Issues of P6, not read: {n}</source>
      <translation>P6 中的问题，未读取：{n}</translation>
    </message>
    <message>
      <source>It accompanies other tasks and takes as long as they do; it is never critical.</source>
      <translation>它伴随其他任务进行，持续时间随之而定，不会成为关键任务。</translation>
    </message>
    <message>
      <source>It cannot finish before “{other}” finishes on {date}, and {lag} more.</source>
      <translation>不能早于“{other}”的完成时间 {date} 之后 {lag}完成。</translation>
    </message>
    <message>
      <source>It cannot finish before “{other}” finishes on {date}.</source>
      <translation>不能早于“{other}”的完成时间 {date} 完成。</translation>
    </message>
    <message>
      <source>It cannot finish before “{other}” starts on {date}, and {lag} more.</source>
      <translation>不能早于“{other}”的开始时间 {date} 之后 {lag}完成。</translation>
    </message>
    <message>
      <source>It cannot finish before “{other}” starts on {date}.</source>
      <translation>不能早于“{other}”的开始时间 {date} 完成。</translation>
    </message>
    <message>
      <source>It ends</source>
      <translation>结束</translation>
    </message>
    <message>
      <source>It ends with “{other}”, the last task within it.</source>
      <translation>完成时间取自其中最晚的任务“{other}”。</translation>
    </message>
    <message>
      <source>It has no float, but by the rules of this project it is not critical.</source>
      <translation>没有浮动时间，但按本项目的规则不算关键任务。</translation>
    </message>
    <message>
      <source>It has occurred</source>
      <translation>已经发生</translation>
    </message>
    <message>
      <source>It has the constraint “{constraint}”, {date}.</source>
      <translation>设有限制条件“{constraint}”，日期为 {date}。</translation>
    </message>
    <message>
      <source>It is critical because its float of {float} is within the limit of the project.</source>
      <translation>关键任务：浮动时间为 {float}，未超过项目设定的界限。</translation>
    </message>
    <message>
      <source>It is critical because “{other}” within it is.</source>
      <translation>关键任务：其中的“{other}”是关键任务。</translation>
    </message>
    <message>
      <source>It is critical: any delay of it delays the end of the chain of tasks that it belongs to.</source>
      <translation>关键任务：一旦延误，它所在任务链的完成时间就会推迟。</translation>
    </message>
    <message>
      <source>It is critical: any delay of it delays the end of the project, or breaks a date.</source>
      <translation>关键任务：一旦延误，项目的完成时间或某个必须遵守的日期就会受影响。</translation>
    </message>
    <message>
      <source>It is critical: it is {float} too late for a date that has to be kept.</source>
      <translation>关键任务：比必须遵守的日期晚了 {float}。</translation>
    </message>
    <message>
      <source>It is critical: it is {float} too late for the deadline of “{other}”, {date}.</source>
      <translation>关键任务：比“{other}”的期限 {date} 晚了 {float}。</translation>
    </message>
    <message>
      <source>It is critical: it is {float} too late for the required finish of the project, {date}.</source>
      <translation>关键任务：比项目要求的完成日期 {date} 晚了 {float}。</translation>
    </message>
    <message>
      <source>It is critical: it is {float} too late for “{other}”, which has “{constraint}”, {date}.</source>
      <translation>关键任务：“{other}”设有“{constraint}” {date}，要守住这个日期，它晚了 {float}。</translation>
    </message>
    <message>
      <source>It is critical: it is {float} too late for “{other}”, which stays on {date} in any case.</source>
      <translation>关键任务：“{other}”固定在 {date}，要与之衔接，它晚了 {float}。</translation>
    </message>
    <message>
      <source>It is critical: it lies on the longest path, which drives the end of the project.</source>
      <translation>关键任务：位于决定项目完成时间的最长路径上。</translation>
    </message>
    <message>
      <source>It is finished, so it is no longer critical.</source>
      <translation>已完成，不再是关键任务。</translation>
    </message>
    <message>
      <source>It is inactive: it takes no part in the schedule, and nothing waits for it.</source>
      <translation>它已停用：不参与排程，其他任务也不等它。</translation>
    </message>
    <message>
      <source>It is kept on this computer and can be put into every plan.</source>
      <translation>模块保存在本机，可插入任何计划。</translation>
    </message>
    <message>
      <source>It is not critical: it can slip by {float} without delaying another task or the project.</source>
      <translation>非关键任务：可推迟 {float}，不会影响其他任务，也不会延误项目。</translation>
    </message>
    <message>
      <source>It is not critical: it can slip by {float} without delaying the project or breaking a date, and by {free} of these without delaying another task.</source>
      <translation>非关键任务：可推迟 {float}，不会延误项目，也不会突破必须遵守的日期；其中推迟 {free}以内不会影响其他任务。</translation>
    </message>
    <message>
      <source>It is not critical: it can slip by {float} without delaying the project or breaking a date.</source>
      <translation>非关键任务：可推迟 {float}，不会延误项目，也不会突破必须遵守的日期。</translation>
    </message>
    <message>
      <source>It is one step: it can be undone as well.</source>
      <translation>这是一步操作，同样可以撤销。</translation>
    </message>
    <message>
      <source>It is pinned: “{constraint}”, {date}, whatever the tasks before it say.</source>
      <translation>已固定为“{constraint}”，日期为 {date}，不受前置任务影响。</translation>
    </message>
    <message>
      <source>It is scheduled as late as possible without delaying the project.</source>
      <translation>在不延误项目的前提下尽可能晚开始。</translation>
    </message>
    <message>
      <source>It is selected, and can be removed</source>
      <translation>选中链接，可以删除</translation>
    </message>
    <message>
      <source>It is {float} too late for a date that has to be kept, but by the rules of this project it is not critical.</source>
      <translation>比必须遵守的日期晚了 {float}，但按本项目的规则不算关键任务。</translation>
    </message>
    <message>
      <source>It may finish {lag} before “{other}” finishes on {date}.</source>
      <translation>最早可在“{other}”的完成时间 {date} 之前 {lag}完成。</translation>
    </message>
    <message>
      <source>It may finish {lag} before “{other}” starts on {date}.</source>
      <translation>最早可在“{other}”的开始时间 {date} 之前 {lag}完成。</translation>
    </message>
    <message>
      <source>It may start {lag} before “{other}” finishes on {date}.</source>
      <translation>最早可在“{other}”的完成时间 {date} 之前 {lag}开始。</translation>
    </message>
    <message>
      <source>It may start {lag} before “{other}” starts on {date}.</source>
      <translation>最早可在“{other}”的开始时间 {date} 之前 {lag}开始。</translation>
    </message>
    <message>
      <source>It stands for a task of another project, whose dates are kept as they were read.</source>
      <translation>它代表另一个项目中的任务，日期保持读入时的样子。</translation>
    </message>
    <message>
      <source>It starts with “{other}”, the first task within it.</source>
      <translation>开始时间取自其中最早的任务“{other}”。</translation>
    </message>
    <message>
      <source>It takes {amount} less work.</source>
      <translation>工时减少 {amount}。</translation>
    </message>
    <message>
      <source>It takes {amount} more work.</source>
      <translation>工时增加 {amount}。</translation>
    </message>
    <message>
      <source>It waits for “{other}” to finish on {date}, and {lag} more.</source>
      <translation>要等“{other}”于 {date} 完成，再滞后 {lag}。</translation>
    </message>
    <message>
      <source>It waits for “{other}” to finish on {date}.</source>
      <translation>要等“{other}”于 {date} 完成。</translation>
    </message>
    <message>
      <source>It waits for “{other}” to start on {date}, and {lag} more.</source>
      <translation>要等“{other}”于 {date} 开始，再滞后 {lag}。</translation>
    </message>
    <message>
      <source>It waits for “{other}” to start on {date}.</source>
      <translation>要等“{other}”于 {date} 开始。</translation>
    </message>
    <message>
      <source>It was finished on {date}.</source>
      <translation>已于 {date} 完成。</translation>
    </message>
    <message>
      <source>It was put there by hand; links do not move it.</source>
      <translation>日期由人工指定（手动计划），依赖关系不会移动它。</translation>
    </message>
    <message>
      <source>It was started on {date}.</source>
      <translation>已于 {date} 开始。</translation>
    </message>
    <message>
      <source>It was stopped. Choose again to begin it anew.</source>
      <translation>已停止。重新选择即可再次计算。</translation>
    </message>
    <message>
      <source>Its dates are shown as the imported file has them. By its links and constraints Pilotage would begin it on {date}; what follows explains that.</source>
      <translation>当前显示的是导入文件中的日期。按依赖关系和限制条件，领航会让它从 {date} 开始；以下说明的就是这个日期。</translation>
    </message>
    <message>
      <source>Its resources join {lag} after it could begin.</source>
      <translation>它的资源在可以开始之后 {lag}才投入。</translation>
    </message>
    <message>
      <source>Its row is selected too</source>
      <translation>同时选中该行</translation>
    </message>
    <message>
      <source>Its type and lag</source>
      <translation>链接的类型和滞后量</translation>
    </message>
    <message>
      <source>Jan</source>
      <translation>1月</translation>
    </message>
    <message>
      <source>January</source>
      <translation>一月</translation>
    </message>
    <message>
      <source>Job title</source>
      <translation>职务</translation>
    </message>
    <message>
      <source>Join the parts</source>
      <translation>合并各段</translation>
    </message>
    <message>
      <source>Join the parts of {name}</source>
      <translation>合并 {name} 的各段</translation>
    </message>
    <message>
      <source>Jul</source>
      <translation>7月</translation>
    </message>
    <message>
      <source>July</source>
      <translation>七月</translation>
    </message>
    <message>
      <source>Jun</source>
      <translation>6月</translation>
    </message>
    <message>
      <source>June</source>
      <translation>六月</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>保留</translation>
    </message>
    <message>
      <source>Keep what was tried out</source>
      <translation>保留所尝试的方案</translation>
    </message>
    <message>
      <source>Keep what was typed and go down</source>
      <translation>保留输入并移到下一行</translation>
    </message>
    <message>
      <source>Keep what was typed and go right</source>
      <translation>保留输入并移到右边一格</translation>
    </message>
    <message>
      <source>Keeps dates, durations, work and cost of every task as planned now, to compare with later.</source>
      <translation>保存每个任务当前计划的日期、工期、工时和成本，供日后比较。</translation>
    </message>
    <message>
      <source>Kept for writing back, not shown</source>
      <translation>保留以便写回，不显示</translation>
    </message>
    <message>
      <source>Keyboard shortcuts</source>
      <translation>键盘快捷键</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>按键</translation>
    </message>
    <message>
      <source>Keys: {section}</source>
      <translation>按键：{section}</translation>
    </message>
    <message>
      <source>Kick-off</source>
      <translation>启动会</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>类型</translation>
    </message>
    <message>
      <source>Lag</source>
      <translation>滞后量</translation>
    </message>
    <message>
      <source>Lag calendar</source>
      <translation>滞后量日历</translation>
    </message>
    <message>
      <source>Lag unit</source>
      <translation>滞后量单位</translation>
    </message>
    <message>
      <source>Lag, % of the predecessor</source>
      <translation>滞后量（前置任务工期的百分比）</translation>
    </message>
    <message>
      <source>Landscape</source>
      <translation>横向</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>语言</translation>
    </message>
    <message>
      <source>Larger text</source>
      <translation>放大文字</translation>
    </message>
    <message>
      <source>Last contact</source>
      <translation>最近联系</translation>
    </message>
    <message>
      <source>Last contact: {last}. Next: {next}.</source>
      <translation>最近联系：{last}。下次联系：{next}。</translation>
    </message>
    <message>
      <source>Last day</source>
      <translation>结束日期</translation>
    </message>
    <message>
      <source>Last forecast</source>
      <translation>上次预测</translation>
    </message>
    <message>
      <source>Last report number</source>
      <translation>上期报告编号</translation>
    </message>
    <message>
      <source>Last report:</source>
      <translation>上期：</translation>
    </message>
    <message>
      <source>Last review</source>
      <translation>上次评审</translation>
    </message>
    <message>
      <source>Late</source>
      <comment>task</comment>
      <translation>滞后</translation>
    </message>
    <message>
      <source>Late actions</source>
      <translation>逾期行动项</translation>
    </message>
    <message>
      <source>Late against the baseline</source>
      <translation>落后于基准</translation>
    </message>
    <message>
      <source>Late by</source>
      <translation>逾期</translation>
    </message>
    <message>
      <source>Late finish</source>
      <translation>最晚完成时间</translation>
    </message>
    <message>
      <source>Late peak</source>
      <comment>work contour</comment>
      <translation>后峰分布</translation>
    </message>
    <message>
      <source>Late start</source>
      <translation>最晚开始时间</translation>
    </message>
    <message>
      <source>Later</source>
      <translation>更晚</translation>
    </message>
    <message>
      <source>Later</source>
      <comment>calendar</comment>
      <translation>向后</translation>
    </message>
    <message>
      <source>Later</source>
      <comment>variance</comment>
      <translation>推迟</translation>
    </message>
    <message>
      <source>Later by</source>
      <translation>推迟</translation>
    </message>
    <message>
      <source>Later period</source>
      <translation>下一时段</translation>
    </message>
    <message>
      <source>Later than in the baseline</source>
      <translation>晚于基准的任务</translation>
    </message>
    <message>
      <source>Leading</source>
      <translation>领导</translation>
    </message>
    <message>
      <source>Lean</source>
      <translation>精益</translation>
    </message>
    <message>
      <source>Leave</source>
      <translation>退出</translation>
    </message>
    <message>
      <source>Leave it so: float {float}</source>
      <translation>保持现状：浮动时间 {float}</translation>
    </message>
    <message>
      <source>Leave of those who work on it does not delay the task.</source>
      <translation>参与人员休假不推迟本任务。</translation>
    </message>
    <message>
      <source>Leave the name out</source>
      <translation>忽略该名称</translation>
    </message>
    <message>
      <source>Leave the workshop</source>
      <translation>退出研讨会模式</translation>
    </message>
    <message>
      <source>Left of bars</source>
      <translation>条形左侧</translation>
    </message>
    <message>
      <source>Left out</source>
      <comment>row</comment>
      <translation>略过</translation>
    </message>
    <message>
      <source>Left out of tables: calendars, baselines, history and whatever is private</source>
      <translation>表格不含：日历、基准、历史记录和一切私密内容</translation>
    </message>
    <message>
      <source>Left out, or read in another way</source>
      <translation>未采用或另作处理的数据</translation>
    </message>
    <message>
      <source>Left out: {n}</source>
      <translation>略过：{n}</translation>
    </message>
    <message>
      <source>Legal</source>
      <translation>法务</translation>
    </message>
    <message>
      <source>Legend</source>
      <translation>图例</translation>
    </message>
    <message>
      <source>Legend (the window is too low)</source>
      <translation>图例（窗口太矮，暂不显示）</translation>
    </message>
    <message>
      <source>Legend of the chart</source>
      <translation>甘特图图例</translation>
    </message>
    <message>
      <source>Length</source>
      <translation>长度</translation>
    </message>
    <message>
      <source>Lengthen</source>
      <translation>延长</translation>
    </message>
    <message>
      <source>Less probable</source>
      <translation>降低概率</translation>
    </message>
    <message>
      <source>Less than 5 % is planned yet: indices would say little and are left out.</source>
      <translation>计划完成的还不到 5 %，绩效指数没有意义，暂不显示。</translation>
    </message>
    <message>
      <source>Let the resources of “{task}” begin {amount} sooner: gains {gain}.</source>
      <translation>让“{task}”的资源提前 {amount}投入：可提前 {gain}。</translation>
    </message>
    <message>
      <source>Let the task follow its links</source>
      <translation>让任务随链接安排</translation>
    </message>
    <message>
      <source>Letter</source>
      <translation>函件</translation>
    </message>
    <message>
      <source>Letter</source>
      <comment>paper</comment>
      <translation>信纸（8.5×11 英寸）</translation>
    </message>
    <message>
      <source>Level of effort</source>
      <translation>支持型活动</translation>
    </message>
    <message>
      <source>Level resources</source>
      <translation>资源平衡</translation>
    </message>
    <message>
      <source>Level resources…</source>
      <translation>资源平衡…</translation>
    </message>
    <message>
      <source>Level {count} tasks</source>
      <translation>平衡 {count} 个任务的资源</translation>
    </message>
    <message>
      <source>Level {n}</source>
      <translation>第 {n} 级</translation>
    </message>
    <message>
      <source>Levelling delay</source>
      <translation>资源平衡延迟</translation>
    </message>
    <message>
      <source>Levelling delays it by {lag}.</source>
      <translation>因资源平衡延迟 {lag}。</translation>
    </message>
    <message>
      <source>Levelling delays that move a task or somebody's work to an earlier date, left out: {n}</source>
      <translation>会使任务或工作提前的资源调配延迟，未读入：{n} 项</translation>
    </message>
    <message>
      <source>Levels of WBS codes</source>
      <translation>WBS 编码各级</translation>
    </message>
    <message>
      <source>Levels side by side</source>
      <translation>并排的层级</translation>
    </message>
    <message>
      <source>Licence</source>
      <translation>许可证</translation>
    </message>
    <message>
      <source>Licences of others</source>
      <translation>第三方许可证</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>浅色</translation>
    </message>
    <message>
      <source>Like the system</source>
      <translation>跟随系统</translation>
    </message>
    <message>
      <source>Limit</source>
      <translation>限值</translation>
    </message>
    <message>
      <source>Link float</source>
      <translation>关系浮动</translation>
    </message>
    <message>
      <source>Link from here, link to here</source>
      <translation>从此处开始链接，链接到此处</translation>
    </message>
    <message>
      <source>Link from “{task}”: the same key at another task ends it there, Esc gives it up.</source>
      <translation>从“{task}”开始链接：移到另一任务后再按同一按键即完成，按 Esc 放弃。</translation>
    </message>
    <message>
      <source>Link in order</source>
      <translation>按顺序链接</translation>
    </message>
    <message>
      <source>Link tasks</source>
      <translation>链接任务</translation>
    </message>
    <message>
      <source>Link with: type a name or number</source>
      <translation>关联：输入名称或编号</translation>
    </message>
    <message>
      <source>Link {name}</source>
      <translation>关联“{name}”</translation>
    </message>
    <message>
      <source>Link {n} of {count}: {names}</source>
      <translation>第 {n} 条依赖关系，共 {count} 条：{names}</translation>
    </message>
    <message>
      <source>Linked tasks</source>
      <translation>关联任务</translation>
    </message>
    <message>
      <source>Linked with</source>
      <translation>已关联</translation>
    </message>
    <message>
      <source>Links</source>
      <translation>关联</translation>
    </message>
    <message>
      <source>Links among the selected tasks: {n}</source>
      <translation>所选任务之间的依赖关系：{n} 条</translation>
    </message>
    <message>
      <source>Links between a summary task and a task inside it, left out: {n}</source>
      <translation>摘要任务与其内部任务之间的链接，略去：{n} 个</translation>
    </message>
    <message>
      <source>Links each way</source>
      <translation>前后步数</translation>
    </message>
    <message>
      <source>Links from a task to itself, left out: {n}</source>
      <translation>任务指向自身的链接，略去：{n} 个</translation>
    </message>
    <message>
      <source>Links hold its finish, not its start: making it shorter would only start it later, and so might even delay what waits for its start.</source>
      <translation>依赖关系约束的是它的完成时间而不是开始时间：缩短工期只会让它更晚开始，甚至可能推迟等它开始的任务。</translation>
    </message>
    <message>
      <source>Links of an activity to itself, left out: {n}</source>
      <translation>作业指向自身的逻辑关系，已略去：{n}</translation>
    </message>
    <message>
      <source>Links of the selection</source>
      <translation>所选任务的依赖关系</translation>
    </message>
    <message>
      <source>Links that another one repeats, left out: {n}</source>
      <translation>重复的链接，略去：{n} 个</translation>
    </message>
    <message>
      <source>Links to activities that are not in the file, left out: {n}</source>
      <translation>指向文件外作业的逻辑关系，已略去：{n}</translation>
    </message>
    <message>
      <source>Links to tasks of other projects; a task stands in for each of those: {n}</source>
      <translation>指向其他项目任务的链接，各以一个任务代表：{n} 个</translation>
    </message>
    <message>
      <source>Links to tasks that are not in the file, left out: {n}</source>
      <translation>指向文件外任务的链接，已略去：{n}</translation>
    </message>
    <message>
      <source>Links with a lag</source>
      <translation>带滞后量的依赖关系</translation>
    </message>
    <message>
      <source>Links with a lead</source>
      <translation>带提前量的依赖关系</translation>
    </message>
    <message>
      <source>Lists of holidays (*.ics *.csv *.json)</source>
      <translation>节假日清单 (*.ics *.csv *.json)</translation>
    </message>
    <message>
      <source>Load</source>
      <translation>负荷</translation>
    </message>
    <message>
      <source>Load over time</source>
      <translation>按时间查看负荷</translation>
    </message>
    <message>
      <source>Log a contact</source>
      <translation>记录沟通</translation>
    </message>
    <message>
      <source>Log a contact…</source>
      <translation>记录沟通…</translation>
    </message>
    <message>
      <source>Log {name}</source>
      <translation>记录“{name}”</translation>
    </message>
    <message>
      <source>Logic first (soft)</source>
      <translation>逻辑优先（软限制）</translation>
    </message>
    <message>
      <source>Longest path</source>
      <translation>最长路径</translation>
    </message>
    <message>
      <source>Looking for changes …</source>
      <translation>正在查找可行的调整…</translation>
    </message>
    <message>
      <source>Looking for tasks that can wait for a free resource while the project ends no later …</source>
      <translation>正在查找可推迟到资源空闲、又不推迟项目完成日期的任务……</translation>
    </message>
    <message>
      <source>Looking for the earliest finish at which nobody is needed twice at once …</source>
      <translation>正在查找资源不被同时占用的最早完成方案……</translation>
    </message>
    <message>
      <source>Looking through the history …</source>
      <translation>正在查找历史记录……</translation>
    </message>
    <message>
      <source>Looking through the plan …</source>
      <translation>正在查找符合条件的任务…</translation>
    </message>
    <message>
      <source>Low</source>
      <translation>低</translation>
    </message>
    <message>
      <source>Lower-case letters: a, b, c</source>
      <translation>小写字母：a、b、c</translation>
    </message>
    <message>
      <source>Magnification</source>
      <translation>放大倍数</translation>
    </message>
    <message>
      <source>Mainland China with holidays</source>
      <translation>中国大陆（含节假日）</translation>
    </message>
    <message>
      <source>Mainland China, the program’s own list of {version}</source>
      <translation>中国内地，本程序自带（{version}）</translation>
    </message>
    <message>
      <source>Mainland China, with holidays and make-up days</source>
      <translation>中国大陆（含节假日与调休）</translation>
    </message>
    <message>
      <source>Make a decision of it</source>
      <translation>生成决策</translation>
    </message>
    <message>
      <source>Make a restore point</source>
      <translation>建立还原点</translation>
    </message>
    <message>
      <source>Make a risk of it</source>
      <translation>生成风险</translation>
    </message>
    <message>
      <source>Make an action of it</source>
      <translation>生成行动项</translation>
    </message>
    <message>
      <source>Make an issue of it</source>
      <translation>生成问题</translation>
    </message>
    <message>
      <source>Make an issue of it, linked with this risk</source>
      <translation>转为问题，并与此风险关联</translation>
    </message>
    <message>
      <source>Make this the default</source>
      <translation>设为默认方式</translation>
    </message>
    <message>
      <source>Make {name}</source>
      <translation>生成“{name}”</translation>
    </message>
    <message>
      <source>Make-up working day</source>
      <translation>调休工作日（补班）</translation>
    </message>
    <message>
      <source>Manual finish</source>
      <translation>手动完成</translation>
    </message>
    <message>
      <source>Manual start</source>
      <translation>手动开始</translation>
    </message>
    <message>
      <source>Manually scheduled</source>
      <translation>手动计划</translation>
    </message>
    <message>
      <source>Mar</source>
      <translation>3月</translation>
    </message>
    <message>
      <source>March</source>
      <translation>三月</translation>
    </message>
    <message>
      <source>Margin to the deadline</source>
      <translation>距期限余量</translation>
    </message>
    <message>
      <source>Mark predecessors and successors</source>
      <translation>标出前置任务和后续任务</translation>
    </message>
    <message>
      <source>Marks</source>
      <comment>plan column</comment>
      <translation>标记</translation>
    </message>
    <message>
      <source>Marks tell what is special about the task. Nothing was changed; change its fields in the details.</source>
      <translation>标记说明任务的特殊之处。未作任何更改；请在详细信息中修改相应字段。</translation>
    </message>
    <message>
      <source>Material</source>
      <translation>材料</translation>
    </message>
    <message>
      <source>Material unit</source>
      <translation>材料单位</translation>
    </message>
    <message>
      <source>Matrix</source>
      <translation>矩阵</translation>
    </message>
    <message>
      <source>Maximum units</source>
      <translation>最大单位</translation>
    </message>
    <message>
      <source>May</source>
      <translation>五月</translation>
    </message>
    <message>
      <source>May</source>
      <comment>month</comment>
      <translation>五月</translation>
    </message>
    <message>
      <source>May</source>
      <comment>short month</comment>
      <translation>5月</translation>
    </message>
    <message>
      <source>Measure</source>
      <translation>检查项</translation>
    </message>
    <message>
      <source>Measures</source>
      <translation>检查项</translation>
    </message>
    <message>
      <source>Medium</source>
      <translation>中</translation>
    </message>
    <message>
      <source>Meeting</source>
      <translation>会议</translation>
    </message>
    <message>
      <source>Meetings</source>
      <translation>会议</translation>
    </message>
    <message>
      <source>Meetings with agenda, attendance and minutes that the client confirms.</source>
      <translation>会议的议程、出席情况，以及经客户确认的纪要。</translation>
    </message>
    <message>
      <source>Method</source>
      <translation>方法</translation>
    </message>
    <message>
      <source>Microsoft Project XML</source>
      <translation>Microsoft Project XML</translation>
    </message>
    <message>
      <source>Microsoft Project XML (*.xml)</source>
      <translation>Microsoft Project XML (*.xml)</translation>
    </message>
    <message>
      <source>Milestone</source>
      <translation>里程碑</translation>
    </message>
    <message>
      <source>Milestone {name}</source>
      <translation>里程碑“{name}”</translation>
    </message>
    <message>
      <source>Milestone: {date}</source>
      <translation>里程碑：{date}</translation>
    </message>
    <message>
      <source>Milestones</source>
      <translation>里程碑</translation>
    </message>
    <message>
      <source>Milestones of the next 90 days</source>
      <translation>未来 90 天里程碑</translation>
    </message>
    <message>
      <source>Milestones, meetings, open actions and follow-ups, for Outlook and telephones.</source>
      <translation>里程碑、会议、未完成的行动项和待跟进事项，可导入 Outlook 和手机日历。</translation>
    </message>
    <message>
      <source>Mine</source>
      <translation>我的任务</translation>
    </message>
    <message>
      <source>Minutes</source>
      <translation>分钟</translation>
    </message>
    <message>
      <source>Minutes</source>
      <comment>meeting</comment>
      <translation>纪要</translation>
    </message>
    <message>
      <source>Minutes not confirmed</source>
      <translation>纪要未确认</translation>
    </message>
    <message>
      <source>Minutes per day</source>
      <translation>每日分钟数</translation>
    </message>
    <message>
      <source>Minutes per week</source>
      <translation>每周分钟数</translation>
    </message>
    <message>
      <source>Minutes status</source>
      <translation>纪要状态</translation>
    </message>
    <message>
      <source>Missed deadline</source>
      <translation>已超期限</translation>
    </message>
    <message>
      <source>Missed: the task finishes on {date}.</source>
      <translation>已超期：任务将于 {date} 完成。</translation>
    </message>
    <message>
      <source>Misses its deadline</source>
      <translation>超过期限</translation>
    </message>
    <message>
      <source>Mitigate</source>
      <translation>减轻</translation>
    </message>
    <message>
      <source>Module “{name}” kept: {n} task</source>
      <translation>已保存模块“{name}”：{n} 项任务</translation>
    </message>
    <message>
      <source>Module “{name}” kept: {n} tasks</source>
      <translation>已保存模块“{name}”：{n} 项任务</translation>
    </message>
    <message>
      <source>Modules</source>
      <translation>模块</translation>
    </message>
    <message>
      <source>Mon</source>
      <translation>周一</translation>
    </message>
    <message>
      <source>Monday</source>
      <translation>星期一</translation>
    </message>
    <message>
      <source>Monitoring</source>
      <translation>监控</translation>
    </message>
    <message>
      <source>Month</source>
      <translation>月份</translation>
    </message>
    <message>
      <source>Month</source>
      <comment>period</comment>
      <translation>月</translation>
    </message>
    <message>
      <source>Month of finish</source>
      <translation>完成月份</translation>
    </message>
    <message>
      <source>Month of start</source>
      <translation>开始月份</translation>
    </message>
    <message>
      <source>Month, day, year</source>
      <translation>月、日、年</translation>
    </message>
    <message>
      <source>Monthly</source>
      <comment>report</comment>
      <translation>月报</translation>
    </message>
    <message>
      <source>Months</source>
      <comment>time scale</comment>
      <translation>月</translation>
    </message>
    <message>
      <source>More filters</source>
      <translation>更多筛选</translation>
    </message>
    <message>
      <source>More probable</source>
      <translation>提高概率</translation>
    </message>
    <message>
      <source>Mornings</source>
      <translation>仅上午</translation>
    </message>
    <message>
      <source>Mouse and keys</source>
      <translation>鼠标与按键</translation>
    </message>
    <message>
      <source>Mouse and keys: {page}</source>
      <translation>鼠标与按键：{page}</translation>
    </message>
    <message>
      <source>Mouse: {section}</source>
      <translation>鼠标：{section}</translation>
    </message>
    <message>
      <source>Move a part of {name}</source>
      <translation>移动 {name} 的一段</translation>
    </message>
    <message>
      <source>Move down</source>
      <translation>下移</translation>
    </message>
    <message>
      <source>Move down (Alt+Down)</source>
      <translation>下移（Alt+↓）</translation>
    </message>
    <message>
      <source>Move earlier</source>
      <translation>前移</translation>
    </message>
    <message>
      <source>Move later</source>
      <translation>后移</translation>
    </message>
    <message>
      <source>Move log</source>
      <translation>移动记录</translation>
    </message>
    <message>
      <source>Move up</source>
      <translation>上移</translation>
    </message>
    <message>
      <source>Move up (Alt+Up)</source>
      <translation>上移（Alt+↑）</translation>
    </message>
    <message>
      <source>Move {name}</source>
      <translation>移动“{name}”</translation>
    </message>
    <message>
      <source>Move {n} tasks</source>
      <translation>移动 {n} 项任务</translation>
    </message>
    <message>
      <source>Moved by</source>
      <translation>推迟</translation>
    </message>
    <message>
      <source>Moves</source>
      <translation>移动</translation>
    </message>
    <message>
      <source>Moves ({n})</source>
      <translation>移动（{n}）</translation>
    </message>
    <message>
      <source>Moves in time</source>
      <translation>左右移动时间</translation>
    </message>
    <message>
      <source>Moves the bar, or its row</source>
      <translation>移动条形或其所在行</translation>
    </message>
    <message>
      <source>Moves the paper</source>
      <translation>移动画面</translation>
    </message>
    <message>
      <source>Must finish on</source>
      <translation>必须完成于</translation>
    </message>
    <message>
      <source>Must start on</source>
      <translation>必须开始于</translation>
    </message>
    <message>
      <source>Must start on this date, whatever its links say</source>
      <translation>必须在此日期开始，不论链接如何</translation>
    </message>
    <message>
      <source>Mutual</source>
      <translation>双向</translation>
    </message>
    <message>
      <source>My modules</source>
      <translation>我的模块</translation>
    </message>
    <message>
      <source>My view</source>
      <translation>我的视图</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>名称</translation>
    </message>
    <message>
      <source>Name of your account</source>
      <translation>账户名称</translation>
    </message>
    <message>
      <source>Names longer than Project allows, shortened: {n}</source>
      <translation>名称超过 Project 允许的长度，已截短：{n} 处</translation>
    </message>
    <message>
      <source>Names of predecessors</source>
      <translation>前置任务名称</translation>
    </message>
    <message>
      <source>Names of successors</source>
      <translation>后续任务名称</translation>
    </message>
    <message>
      <source>Near-critical</source>
      <translation>近关键</translation>
    </message>
    <message>
      <source>Near-critical task</source>
      <translation>近关键任务</translation>
    </message>
    <message>
      <source>Near-critical when float is at most</source>
      <translation>浮动时间不超过此值为近关键</translation>
    </message>
    <message>
      <source>Nearly</source>
      <comment>critical</comment>
      <translation>近关键</translation>
    </message>
    <message>
      <source>Needed (h)</source>
      <translation>需求（小时）</translation>
    </message>
    <message>
      <source>Needed / there</source>
      <translation>需要 / 可用</translation>
    </message>
    <message>
      <source>Needed by</source>
      <translation>最晚决策日</translation>
    </message>
    <message>
      <source>Needed more than they are there:</source>
      <translation>需求超过可用量的资源：</translation>
    </message>
    <message>
      <source>Needs somebody who is overallocated</source>
      <translation>所需资源过度分配</translation>
    </message>
    <message>
      <source>Negative float means that a date cannot be kept as the plan stands.</source>
      <translation>负浮动时间说明按目前的计划无法守住某个日期。</translation>
    </message>
    <message>
      <source>Negative float: too late by</source>
      <translation>负浮动时间</translation>
    </message>
    <message>
      <source>Network diagram</source>
      <translation>网络图</translation>
    </message>
    <message>
      <source>Neutral</source>
      <translation>中性</translation>
    </message>
    <message>
      <source>New</source>
      <comment>issue</comment>
      <translation>新增</translation>
    </message>
    <message>
      <source>New</source>
      <comment>row</comment>
      <translation>新增</translation>
    </message>
    <message>
      <source>New calendar</source>
      <translation>新日历</translation>
    </message>
    <message>
      <source>New calendar derived from this one</source>
      <translation>新建由此派生的日历</translation>
    </message>
    <message>
      <source>New project</source>
      <translation>新建项目</translation>
    </message>
    <message>
      <source>New projects</source>
      <translation>新项目</translation>
    </message>
    <message>
      <source>New project…</source>
      <translation>新建项目…</translation>
    </message>
    <message>
      <source>New start</source>
      <translation>新开始时间</translation>
    </message>
    <message>
      <source>New task</source>
      <translation>新任务</translation>
    </message>
    <message>
      <source>New task: {name}</source>
      <translation>新任务：{name}</translation>
    </message>
    <message>
      <source>New {what}</source>
      <translation>新建{what}</translation>
    </message>
    <message>
      <source>New {what}: type and press Enter (Ins)</source>
      <translation>新建{what}：输入后按 Enter（Ins）</translation>
    </message>
    <message>
      <source>New: {n}</source>
      <translation>新增：{n}</translation>
    </message>
    <message>
      <source>Next</source>
      <comment>report</comment>
      <translation>下期计划</translation>
    </message>
    <message>
      <source>Next contact</source>
      <translation>下次联系</translation>
    </message>
    <message>
      <source>Next link of the task</source>
      <translation>任务的下一个依赖关系</translation>
    </message>
    <message>
      <source>Next meeting</source>
      <translation>下次会议</translation>
    </message>
    <message>
      <source>Next overload</source>
      <translation>下一处过度分配</translation>
    </message>
    <message>
      <source>Next page</source>
      <translation>下一页</translation>
    </message>
    <message>
      <source>Next promised contact</source>
      <translation>约定下次联系</translation>
    </message>
    <message>
      <source>Next review</source>
      <translation>下次评审</translation>
    </message>
    <message>
      <source>Next section of the details</source>
      <translation>详细信息：下一部分</translation>
    </message>
    <message>
      <source>Night shift</source>
      <translation>夜班</translation>
    </message>
    <message>
      <source>Nine to six</source>
      <translation>九点到六点</translation>
    </message>
    <message>
      <source>No action items yet.</source>
      <translation>还没有行动项。</translation>
    </message>
    <message>
      <source>No backup of “{name}” could be made in “{folder}”. Your edits are saved in the project itself; make room there or allow writing.</source>
      <translation>无法在“{folder}”中备份“{name}”。您的修改已保存在项目文件中；请在该处腾出空间或开放写入权限。</translation>
    </message>
    <message>
      <source>No baseline or planned finish to compare with.</source>
      <translation>没有可比较的基准或计划完成日期。</translation>
    </message>
    <message>
      <source>No column of “{name}” holds “{field}”. Nothing was imported; choose one first.</source>
      <translation>“{name}”中没有对应“{field}”的列。未导入任何内容；请先指定一列。</translation>
    </message>
    <message>
      <source>No command answers to “{text}”.</source>
      <translation>没有与“{text}”相符的命令。</translation>
    </message>
    <message>
      <source>No constraint: the task goes where its links put it</source>
      <translation>不设限制：任务的位置由链接决定</translation>
    </message>
    <message>
      <source>No contacts yet.</source>
      <translation>还没有沟通记录。</translation>
    </message>
    <message>
      <source>No date</source>
      <translation>无日期</translation>
    </message>
    <message>
      <source>No date holds what is selected: it follows its links already. Nothing was changed.</source>
      <translation>所选任务没有日期限定，本来就随链接安排。未作任何更改。</translation>
    </message>
    <message>
      <source>No date in the plan stands against what comes before it.</source>
      <translation>计划中没有与前置任务冲突的日期。</translation>
    </message>
    <message>
      <source>No decision is waited for.</source>
      <translation>没有待决的决策。</translation>
    </message>
    <message>
      <source>No earlier</source>
      <translation>不得早于</translation>
    </message>
    <message>
      <source>No groups</source>
      <translation>不分组</translation>
    </message>
    <message>
      <source>No high risks.</source>
      <translation>没有高风险。</translation>
    </message>
    <message>
      <source>No link is chosen. Click its line, or go through the links of a task with {key}.</source>
      <translation>没有选中依赖关系。请点击连线，或用 {key} 依次选择任务的依赖关系。</translation>
    </message>
    <message>
      <source>No measure failed</source>
      <translation>没有不通过的检查项</translation>
    </message>
    <message>
      <source>No milestone in the next 90 days.</source>
      <translation>未来 90 天内没有里程碑。</translation>
    </message>
    <message>
      <source>No milestones in the next 90 days.</source>
      <translation>未来 90 天内没有里程碑。</translation>
    </message>
    <message>
      <source>No module is called like this.</source>
      <translation>没有匹配的模块。</translation>
    </message>
    <message>
      <source>No move is chosen, so nothing was changed.</source>
      <translation>未选择任何移动，内容未作更改。</translation>
    </message>
    <message>
      <source>No move that is allowed makes it better.</source>
      <translation>在允许的范围内，没有任何移动能够改善。</translation>
    </message>
    <message>
      <source>No open issue endangers it.</source>
      <translation>没有未关闭的问题对其构成威胁。</translation>
    </message>
    <message>
      <source>No open issues.</source>
      <translation>没有未关闭的问题。</translation>
    </message>
    <message>
      <source>No open risk</source>
      <translation>无未关闭风险</translation>
    </message>
    <message>
      <source>No open risk is assessed.</source>
      <translation>未关闭的风险均未评估。</translation>
    </message>
    <message>
      <source>No open risks are written down.</source>
      <translation>没有登记未关闭的风险。</translation>
    </message>
    <message>
      <source>No owner</source>
      <translation>无负责人</translation>
    </message>
    <message>
      <source>No person and no equipment is assigned to a task, so nobody can be overallocated.</source>
      <translation>尚未给任何任务分配人员或设备，因此不存在过度分配。</translation>
    </message>
    <message>
      <source>No phase</source>
      <translation>不属于任何阶段</translation>
    </message>
    <message>
      <source>No resource</source>
      <translation>未分配资源</translation>
    </message>
    <message>
      <source>No risk or issue is listed in this report.</source>
      <translation>本报告未列出风险或问题。</translation>
    </message>
    <message>
      <source>No single change of what drives it would.</source>
      <translation>单独变更任何一项驱动因素都无法使其提前。</translation>
    </message>
    <message>
      <source>No task belongs here</source>
      <translation>没有符合条件的任务</translation>
    </message>
    <message>
      <source>No task fits the filter. Ctrl+Shift+L shows all tasks.</source>
      <translation>没有符合筛选条件的任务。按 Ctrl+Shift+L 显示全部任务。</translation>
    </message>
    <message>
      <source>No task gets other dates.</source>
      <translation>没有任务的日期改变。</translation>
    </message>
    <message>
      <source>No task has a levelling delay, so there is nothing to clear.</source>
      <translation>没有任务带有资源平衡延迟，无需清除。</translation>
    </message>
    <message>
      <source>No task is chosen. Click a box, or go to one with the arrow keys.</source>
      <translation>没有选中任务。请点击方框，或用方向键移到某个任务。</translation>
    </message>
    <message>
      <source>No tasks yet. The plan is one click to the left.</source>
      <translation>还没有任务。点击左侧“计划”开始。</translation>
    </message>
    <message>
      <source>No unfinished work lies before the status date. Nothing was changed.</source>
      <translation>状态日期之前没有未完成的工作，未作任何更改。</translation>
    </message>
    <message>
      <source>No year is chosen.</source>
      <translation>没有选择年份。</translation>
    </message>
    <message>
      <source>No.</source>
      <translation>编号</translation>
    </message>
    <message>
      <source>Nobody</source>
      <translation>无人负责</translation>
    </message>
    <message>
      <source>Nobody has anything to do yet: assign resources to tasks in the plan.</source>
      <translation>尚无工作分配：请在计划中为任务分配资源。</translation>
    </message>
    <message>
      <source>Nobody has this name: please choose</source>
      <translation>查无此名，请选择</translation>
    </message>
    <message>
      <source>Nobody is needed more than they are there.</source>
      <translation>没有资源被过度分配。</translation>
    </message>
    <message>
      <source>Nobody is needed more than they are there: nothing has to move.</source>
      <translation>没有资源被过度分配，无需移动任何任务。</translation>
    </message>
    <message>
      <source>Non-working day</source>
      <translation>非工作日</translation>
    </message>
    <message>
      <source>Non-working time</source>
      <translation>非工作时间</translation>
    </message>
    <message>
      <source>Non-working time is shown</source>
      <translation>非工作时间的显示</translation>
    </message>
    <message>
      <source>None</source>
      <comment>baseline</comment>
      <translation>不显示</translation>
    </message>
    <message>
      <source>None</source>
      <comment>group</comment>
      <translation>无</translation>
    </message>
    <message>
      <source>None</source>
      <comment>progress line</comment>
      <translation>不显示</translation>
    </message>
    <message>
      <source>None is listed in this report.</source>
      <translation>本报告未列出。</translation>
    </message>
    <message>
      <source>None yet</source>
      <translation>暂无</translation>
    </message>
    <message>
      <source>None: every row is new</source>
      <translation>不更新，全部新增</translation>
    </message>
    <message>
      <source>Normal text size</source>
      <translation>标准文字大小</translation>
    </message>
    <message>
      <source>Not assessed</source>
      <translation>未评估</translation>
    </message>
    <message>
      <source>Not assessed</source>
      <comment>rating</comment>
      <translation>未评估</translation>
    </message>
    <message>
      <source>Not begun; planned from {start} to {finish}</source>
      <translation>尚未开始；计划 {start} 至 {finish}</translation>
    </message>
    <message>
      <source>Not critical</source>
      <translation>非关键</translation>
    </message>
    <message>
      <source>Not found</source>
      <translation>未找到</translation>
    </message>
    <message>
      <source>Not moved: {reasons}.</source>
      <translation>未移动：{reasons}。</translation>
    </message>
    <message>
      <source>Not needed</source>
      <translation>无需</translation>
    </message>
    <message>
      <source>Not now</source>
      <translation>暂不</translation>
    </message>
    <message>
      <source>Not read</source>
      <translation>未读取</translation>
    </message>
    <message>
      <source>Not started</source>
      <translation>未开始</translation>
    </message>
    <message>
      <source>Not used anywhere.</source>
      <translation>尚未使用。</translation>
    </message>
    <message>
      <source>Not written</source>
      <translation>未写出</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>说明</translation>
    </message>
    <message>
      <source>Notes</source>
      <translation>备注</translation>
    </message>
    <message>
      <source>Notes for the presenter</source>
      <translation>演讲者备注</translation>
    </message>
    <message>
      <source>Notes whose formatting was taken off: {n}</source>
      <translation>去除了格式的备注：{n} 处</translation>
    </message>
    <message>
      <source>Nothing</source>
      <comment>choice</comment>
      <translation>未设定</translation>
    </message>
    <message>
      <source>Nothing</source>
      <comment>in boxes</comment>
      <translation>不显示</translation>
    </message>
    <message>
      <source>Nothing</source>
      <comment>text beside bars</comment>
      <translation>不显示</translation>
    </message>
    <message>
      <source>Nothing can be written to {path}, so settings, backups and the log are kept in your own folders on this computer.</source>
      <translation>无法写入 {path}，因此设置、备份和日志保存在本机您自己的用户文件夹中。</translation>
    </message>
    <message>
      <source>Nothing has been applied yet. Closing again gives the changes up.</source>
      <translation>尚未应用任何更改。再次关闭即放弃更改。</translation>
    </message>
    <message>
      <source>Nothing has been changed in this file yet.</source>
      <translation>此文件还没有任何修改。</translation>
    </message>
    <message>
      <source>Nothing holds it back: it starts with the project, on {date}.</source>
      <translation>没有前置条件：随项目于 {date} 开始。</translation>
    </message>
    <message>
      <source>Nothing is due in the next period.</source>
      <translation>下期没有到期的任务。</translation>
    </message>
    <message>
      <source>Nothing is known yet.</source>
      <translation>暂无信息。</translation>
    </message>
    <message>
      <source>Nothing is left of it to be undone.</source>
      <translation>其中已没有可撤销的内容。</translation>
    </message>
    <message>
      <source>Nothing is left of these steps: all of it was taken back or changed since. Nothing was changed.</source>
      <translation>这些步骤已无可撤销的内容：均已撤回或之后又有改动。未作任何更改。</translation>
    </message>
    <message>
      <source>Nothing is noted here.</source>
      <translation>此处没有备注。</translation>
    </message>
    <message>
      <source>Nothing is planned yet</source>
      <translation>还没有计划任何任务</translation>
    </message>
    <message>
      <source>Nothing is selected that could become a module. Nothing was changed.</source>
      <translation>没有选中可存为模块的任务。未作任何更改。</translation>
    </message>
    <message>
      <source>Nothing is selected.</source>
      <translation>未选择任何内容。</translation>
    </message>
    <message>
      <source>Nothing is stale: every edit reckons the dates at once. The plan ends on {date}.</source>
      <translation>没有过期的数据：每次编辑都会立即重算日期。计划于 {date} 完成。</translation>
    </message>
    <message>
      <source>Nothing is written down about it.</source>
      <translation>尚无相关记录。</translation>
    </message>
    <message>
      <source>Nothing matches the filter.</source>
      <translation>没有符合筛选条件的内容。</translation>
    </message>
    <message>
      <source>Nothing named “{value}” was found for “{field}”. Nothing was changed.</source>
      <translation>没有找到名为“{value}”的“{field}”。未作任何更改。</translation>
    </message>
    <message>
      <source>Nothing open is linked with this task</source>
      <translation>没有与此任务关联的未结事项</translation>
    </message>
    <message>
      <source>Nothing that is not finished leads to “{task}”.</source>
      <translation>没有未完成的任务通向“{task}”。</translation>
    </message>
    <message>
      <source>Nothing to follow up this week.</source>
      <translation>本周没有需要跟进的事项。</translation>
    </message>
    <message>
      <source>Nothing was changed</source>
      <translation>未做任何更改</translation>
    </message>
    <message>
      <source>Nothing was changed since the task came into this file.</source>
      <translation>该任务进入此文件后未作过更改。</translation>
    </message>
    <message>
      <source>Nothing was changed.</source>
      <translation>未作任何更改。</translation>
    </message>
    <message>
      <source>Nothing was copied</source>
      <translation>未复制任何内容</translation>
    </message>
    <message>
      <source>Nothing was entered in a workshop of late. F5 begins one.</source>
      <translation>近期研讨会中没有录入内容。按 F5 开始研讨会。</translation>
    </message>
    <message>
      <source>Nothing was finished in the period.</source>
      <translation>本期没有完成的任务。</translation>
    </message>
    <message>
      <source>Nothing was found that speaks against the plan.</source>
      <translation>没有发现计划有什么问题。</translation>
    </message>
    <message>
      <source>Nothing was written down yet. Press Escape again to throw it away.</source>
      <translation>尚未记录。再按一次 Esc 将放弃已输入的内容。</translation>
    </message>
    <message>
      <source>Nothing wrong was found.</source>
      <translation>未发现问题。</translation>
    </message>
    <message>
      <source>Nov</source>
      <translation>11月</translation>
    </message>
    <message>
      <source>November</source>
      <translation>十一月</translation>
    </message>
    <message>
      <source>Now</source>
      <translation>立即</translation>
    </message>
    <message>
      <source>Number codes anew that were typed or frozen</source>
      <translation>对手动输入或已冻结的编码重新编号</translation>
    </message>
    <message>
      <source>Numbers of weeks</source>
      <translation>周次编号</translation>
    </message>
    <message>
      <source>Numbers: 1, 2, 3</source>
      <translation>数字：1、2、3</translation>
    </message>
    <message>
      <source>O</source>
      <comment>badge</comment>
      <translation>超</translation>
    </message>
    <message>
      <source>Objectives</source>
      <translation>目标</translation>
    </message>
    <message>
      <source>Occasion</source>
      <translation>节日或事由</translation>
    </message>
    <message>
      <source>Occasion, such as “Works closed”</source>
      <translation>事由，如“工厂停工”</translation>
    </message>
    <message>
      <source>Occurred</source>
      <translation>已发生</translation>
    </message>
    <message>
      <source>Occurrences on days off</source>
      <translation>遇到休息日时</translation>
    </message>
    <message>
      <source>Oct</source>
      <translation>10月</translation>
    </message>
    <message>
      <source>October</source>
      <translation>十月</translation>
    </message>
    <message>
      <source>Of the predecessors, those that hold the task where it is.</source>
      <translation>前置任务中真正决定本任务日期的那些。</translation>
    </message>
    <message>
      <source>Off by a work week</source>
      <translation>按工作周休息</translation>
    </message>
    <message>
      <source>Off track</source>
      <translation>偏离</translation>
    </message>
    <message>
      <source>Off track or critical</source>
      <translation>偏离或严重</translation>
    </message>
    <message>
      <source>Official</source>
      <translation>官方</translation>
    </message>
    <message>
      <source>On hold</source>
      <translation>暂停</translation>
    </message>
    <message>
      <source>On schedule</source>
      <translation>按计划</translation>
    </message>
    <message>
      <source>On schedule</source>
      <comment>task</comment>
      <translation>按进度进行</translation>
    </message>
    <message>
      <source>On track</source>
      <translation>正常</translation>
    </message>
    <message>
      <source>One list as plain text, for any program.</source>
      <translation>一张表，纯文本，任何程序都能打开。</translation>
    </message>
    <message>
      <source>One per line: who: what by when</source>
      <translation>每行一条：谁：做什么，何时之前</translation>
    </message>
    <message>
      <source>One to one</source>
      <translation>一对一</translation>
    </message>
    <message>
      <source>Only contacts with this person</source>
      <translation>只看与此人的联系</translation>
    </message>
    <message>
      <source>Only records and fields that are marked for the client are written; never private notes, rates or floats. Please look over the file before you send it.</source>
      <translation>只写入标记为客户可见的记录和字段，绝不含私人备注、费率和浮动时间。发出之前请先通读一遍文件。</translation>
    </message>
    <message>
      <source>Only tasks with this value</source>
      <translation>只看此值的任务</translation>
    </message>
    <message>
      <source>Only the duration changes</source>
      <translation>只有工期改变</translation>
    </message>
    <message>
      <source>Only their finish waits for something, so they may begin at any time.</source>
      <translation>只有完成受前置任务约束，开始时间不受控制。</translation>
    </message>
    <message>
      <source>Only their start leads to something, so nothing shows when they take longer.</source>
      <translation>只有开始影响后续任务，任务延长时不会显现出来。</translation>
    </message>
    <message>
      <source>Only what is marked for the client</source>
      <translation>只含标记为客户可见的内容</translation>
    </message>
    <message>
      <source>Only what is marked for the client; never private notes, rates or floats.</source>
      <translation>仅包含标记为客户可见的内容；绝不包含私人备注、费率或浮动时间。</translation>
    </message>
    <message>
      <source>Only you see this window; the room sees the other screen.</source>
      <translation>此窗口只有您能看到，会场看到的是另一块屏幕。</translation>
    </message>
    <message>
      <source>Only you: never in a report, never in a copy for the client</source>
      <translation>仅自己：不进入任何报告，也不进入给客户的副本</translation>
    </message>
    <message>
      <source>Only {column}: none</source>
      <translation>只看{column}：无</translation>
    </message>
    <message>
      <source>Only {column}: {text}</source>
      <translation>只看{column}：{text}</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>打开</translation>
    </message>
    <message>
      <source>Open</source>
      <comment>status</comment>
      <translation>未关闭</translation>
    </message>
    <message>
      <source>Open a file</source>
      <translation>打开文件</translation>
    </message>
    <message>
      <source>Open actions</source>
      <comment>column</comment>
      <translation>未完成行动项</translation>
    </message>
    <message>
      <source>Open actions: client / us</source>
      <translation>未完成行动项：客户 / 我方</translation>
    </message>
    <message>
      <source>Open all</source>
      <translation>全部展开</translation>
    </message>
    <message>
      <source>Open decisions</source>
      <comment>column</comment>
      <translation>待决事项</translation>
    </message>
    <message>
      <source>Open for reading only</source>
      <translation>以只读方式打开</translation>
    </message>
    <message>
      <source>Open issues</source>
      <translation>未关闭问题</translation>
    </message>
    <message>
      <source>Open issues</source>
      <comment>column</comment>
      <translation>未关闭问题</translation>
    </message>
    <message>
      <source>Open issues that are at risk or severe: {count}.</source>
      <translation>有 {count} 个未关闭的问题有风险或程度高。</translation>
    </message>
    <message>
      <source>Open issues that are off track or critical: {count}.</source>
      <translation>有 {count} 个未关闭的问题已偏离或严重。</translation>
    </message>
    <message>
      <source>Open it</source>
      <translation>打开</translation>
    </message>
    <message>
      <source>Open it (Ctrl+Enter)</source>
      <translation>打开（Ctrl+Enter）</translation>
    </message>
    <message>
      <source>Open or close</source>
      <translation>展开或折叠</translation>
    </message>
    <message>
      <source>Open recent</source>
      <translation>最近打开的项目</translation>
    </message>
    <message>
      <source>Open risk, issue or action</source>
      <translation>有未关闭的风险、问题或行动项</translation>
    </message>
    <message>
      <source>Open risks</source>
      <translation>未关闭风险</translation>
    </message>
    <message>
      <source>Open risks</source>
      <comment>column</comment>
      <translation>未关闭风险</translation>
    </message>
    <message>
      <source>Open risks listed here</source>
      <translation>本报告所列未关闭风险</translation>
    </message>
    <message>
      <source>Open the folder</source>
      <translation>打开所在文件夹</translation>
    </message>
    <message>
      <source>Open the folder with the log</source>
      <translation>打开日志文件夹</translation>
    </message>
    <message>
      <source>Open the sample project</source>
      <translation>打开示例项目</translation>
    </message>
    <message>
      <source>Open: {open}, of these high (score 15 or more): {high}. Closed: {closed}.</source>
      <translation>未关闭 {open} 项，其中高风险（风险值 15 及以上）{high} 项；已关闭 {closed} 项。</translation>
    </message>
    <message>
      <source>Open: {open}. Closed: {closed}.</source>
      <translation>未关闭 {open} 项，已关闭 {closed} 项。</translation>
    </message>
    <message>
      <source>Opening “{name}” …</source>
      <translation>正在打开“{name}”……</translation>
    </message>
    <message>
      <source>Opens or closes the summary task</source>
      <translation>展开或折叠摘要任务</translation>
    </message>
    <message>
      <source>Open…</source>
      <translation>打开…</translation>
    </message>
    <message>
      <source>Opportunities</source>
      <translation>机会</translation>
    </message>
    <message>
      <source>Opportunity</source>
      <translation>机会</translation>
    </message>
    <message>
      <source>Optimistic duration</source>
      <translation>最乐观工期</translation>
    </message>
    <message>
      <source>Options</source>
      <translation>备选方案</translation>
    </message>
    <message>
      <source>Organisation</source>
      <translation>所属方</translation>
    </message>
    <message>
      <source>Organisation name</source>
      <translation>单位</translation>
    </message>
    <message>
      <source>Original due date</source>
      <translation>原定到期日</translation>
    </message>
    <message>
      <source>Other</source>
      <translation>其他</translation>
    </message>
    <message>
      <source>Other cells are still being copied or changed. Nothing was changed; wait until that is done, or press Escape to give it up.</source>
      <translation>其他单元格仍在复制或更改中。未做任何更改；请等待完成，或按 Esc 键放弃。</translation>
    </message>
    <message>
      <source>Other hours than usual</source>
      <translation>时间与平日不同</translation>
    </message>
    <message>
      <source>Others</source>
      <translation>其他</translation>
    </message>
    <message>
      <source>Ours</source>
      <translation>我方</translation>
    </message>
    <message>
      <source>Outcome</source>
      <translation>结论</translation>
    </message>
    <message>
      <source>Outdent</source>
      <translation>升级</translation>
    </message>
    <message>
      <source>Outdent {name}</source>
      <translation>将“{name}”升级</translation>
    </message>
    <message>
      <source>Outgoing</source>
      <translation>往</translation>
    </message>
    <message>
      <source>Outline codes: {n}</source>
      <translation>大纲代码：{n} 个</translation>
    </message>
    <message>
      <source>Outline down to</source>
      <translation>大纲级别</translation>
    </message>
    <message>
      <source>Outline level</source>
      <translation>大纲级别</translation>
    </message>
    <message>
      <source>Outline order</source>
      <translation>大纲顺序</translation>
    </message>
    <message>
      <source>Over</source>
      <comment>load</comment>
      <translation>过载</translation>
    </message>
    <message>
      <source>Overall status</source>
      <translation>总体状态</translation>
    </message>
    <message>
      <source>Overallocated</source>
      <translation>过度分配</translation>
    </message>
    <message>
      <source>Overallocated by</source>
      <translation>过度分配工时</translation>
    </message>
    <message>
      <source>Overallocated resources</source>
      <translation>过度分配的资源</translation>
    </message>
    <message>
      <source>Overdue</source>
      <translation>逾期</translation>
    </message>
    <message>
      <source>Overdue actions, both sides</source>
      <translation>双方逾期行动项</translation>
    </message>
    <message>
      <source>Overdue tasks</source>
      <translation>逾期任务</translation>
    </message>
    <message>
      <source>Overloaded</source>
      <translation>过度分配</translation>
    </message>
    <message>
      <source>Overtime rate per hour</source>
      <translation>加班费率（每小时）</translation>
    </message>
    <message>
      <source>Overtime work</source>
      <translation>加班工时</translation>
    </message>
    <message>
      <source>Overview</source>
      <translation>总览</translation>
    </message>
    <message>
      <source>Overview of the whole plan</source>
      <translation>整个计划概览</translation>
    </message>
    <message>
      <source>Overview of the whole plan (the window is too low)</source>
      <translation>整个计划概览（窗口太矮，暂不显示）</translation>
    </message>
    <message>
      <source>Own WBS code</source>
      <translation>自定义 WBS 编码</translation>
    </message>
    <message>
      <source>Own hours</source>
      <translation>自定时间</translation>
    </message>
    <message>
      <source>Owner</source>
      <translation>责任人</translation>
    </message>
    <message>
      <source>Owner: {name}</source>
      <translation>负责人：{name}</translation>
    </message>
    <message>
      <source>Ownership and dates</source>
      <translation>责任与日期</translation>
    </message>
    <message>
      <source>Ownership and review</source>
      <translation>责任与评审</translation>
    </message>
    <message>
      <source>P6 scheduled by “actual dates”; when dates are calculated here, retained logic is used.</source>
      <translation>P6 按“实际日期”方式计算进度；在此处计算日期时改用“保留逻辑”。</translation>
    </message>
    <message>
      <source>PDF document</source>
      <translation>PDF 文档</translation>
    </message>
    <message>
      <source>PDF documents (*.pdf)</source>
      <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
      <source>PDF: one large page</source>
      <translation>PDF：一张大页</translation>
    </message>
    <message>
      <source>PNG pictures (*.png)</source>
      <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
      <source>PNG: dots</source>
      <translation>PNG：点阵图</translation>
    </message>
    <message>
      <source>PNG: dots, for slides and messages</source>
      <translation>PNG：适合幻灯片和聊天消息</translation>
    </message>
    <message>
      <source>PV</source>
      <translation>PV</translation>
    </message>
    <message>
      <source>Page {page} of {pages}</source>
      <translation>第 {page} 页，共 {pages} 页</translation>
    </message>
    <message>
      <source>Pages across</source>
      <translation>横向页数</translation>
    </message>
    <message>
      <source>Paper</source>
      <translation>纸张</translation>
    </message>
    <message>
      <source>Parent</source>
      <translation>上级任务</translation>
    </message>
    <message>
      <source>Park a point</source>
      <translation>记入待议</translation>
    </message>
    <message>
      <source>Park “{name}”</source>
      <translation>将“{name}”记入待议</translation>
    </message>
    <message>
      <source>Parking lot</source>
      <translation>待议事项</translation>
    </message>
    <message>
      <source>Part</source>
      <translation>范围</translation>
    </message>
    <message>
      <source>Part {name}</source>
      <translation>取消与“{name}”的关联</translation>
    </message>
    <message>
      <source>Participants</source>
      <translation>参与人</translation>
    </message>
    <message>
      <source>Parts of the task</source>
      <translation>任务分段</translation>
    </message>
    <message>
      <source>Paste</source>
      <translation>粘贴</translation>
    </message>
    <message>
      <source>Paste as outline</source>
      <translation>粘贴为大纲</translation>
    </message>
    <message>
      <source>Paste cells</source>
      <translation>粘贴单元格</translation>
    </message>
    <message>
      <source>Paste into cells instead</source>
      <translation>改为粘贴到单元格</translation>
    </message>
    <message>
      <source>Paste tasks</source>
      <translation>粘贴任务</translation>
    </message>
    <message>
      <source>Paste the outline {name}</source>
      <translation>粘贴大纲“{name}”</translation>
    </message>
    <message>
      <source>Path to green</source>
      <translation>恢复措施</translation>
    </message>
    <message>
      <source>Path {n}: can slip by {slip}, joins “{task}” with a gap of {gap}</source>
      <translation>路径 {n}：可推迟 {slip}，汇入“{task}”，间隔 {gap}</translation>
    </message>
    <message>
      <source>Path {n}: drives it</source>
      <translation>路径 {n}：驱动该任务</translation>
    </message>
    <message>
      <source>Path {n}: drives it, can slip by {slip}</source>
      <translation>路径 {n}：驱动该任务，可推迟 {slip}</translation>
    </message>
    <message>
      <source>Path {n}: joins “{task}”</source>
      <translation>路径 {n}：汇入“{task}”</translation>
    </message>
    <message>
      <source>Paths are found by calculated dates; the dates listed are those of the imported file.</source>
      <translation>路径按计算出的日期得出；表中的日期来自导入文件。</translation>
    </message>
    <message>
      <source>Paths to this task</source>
      <translation>通向此任务的路径</translation>
    </message>
    <message>
      <source>Paths to “{task}”</source>
      <translation>通向“{task}”的路径</translation>
    </message>
    <message>
      <source>Patterns of WBS codes: {n}</source>
      <translation>WBS 编码规则：{n} 个</translation>
    </message>
    <message>
      <source>Patterns of recurring tasks; their occurrences are written as tasks of their own: {n}</source>
      <translation>周期性任务的规律（各次任务作为普通任务写出）：{n}</translation>
    </message>
    <message>
      <source>Peak units</source>
      <translation>峰值单位</translation>
    </message>
    <message>
      <source>Pending</source>
      <translation>待决</translation>
    </message>
    <message>
      <source>Pending</source>
      <comment>decisions</comment>
      <translation>待决</translation>
    </message>
    <message>
      <source>People</source>
      <translation>人员</translation>
    </message>
    <message>
      <source>People added to the register: {n}</source>
      <translation>新增到相关方登记册的人员：{n}</translation>
    </message>
    <message>
      <source>People to contact</source>
      <translation>该联系的人</translation>
    </message>
    <message>
      <source>People who join share the work that is left, so that it takes less time.</source>
      <translation>增加人员会分担剩余工作，从而缩短时间。</translation>
    </message>
    <message>
      <source>People, equipment, material and money that tasks need.</source>
      <translation>任务所需的人员、设备、材料和资金。</translation>
    </message>
    <message>
      <source>Period</source>
      <translation>报告期</translation>
    </message>
    <message>
      <source>Period from</source>
      <translation>报告期起</translation>
    </message>
    <message>
      <source>Period to</source>
      <translation>报告期止</translation>
    </message>
    <message>
      <source>Person</source>
      <translation>人员</translation>
    </message>
    <message>
      <source>Pessimistic duration</source>
      <translation>最悲观工期</translation>
    </message>
    <message>
      <source>Phase</source>
      <translation>阶段</translation>
    </message>
    <message>
      <source>Phone</source>
      <translation>电话</translation>
    </message>
    <message>
      <source>Physical % complete</source>
      <translation>实物完成百分比</translation>
    </message>
    <message>
      <source>Pick a day</source>
      <translation>选择日期</translation>
    </message>
    <message>
      <source>Pick a day (Alt+Down)</source>
      <translation>选择日期（Alt+↓）</translation>
    </message>
    <message>
      <source>Picture of the Gantt chart</source>
      <translation>甘特图图片</translation>
    </message>
    <message>
      <source>Pilotage</source>
      <translation>领航</translation>
    </message>
    <message>
      <source>Pilotage did not end as it should last time. Everything that was entered is here, up to “{step}” on {time}.</source>
      <translation>领航上次没有正常退出。所有已录入的内容都在，最后一步是 {time} 的“{step}”。</translation>
    </message>
    <message>
      <source>Pilotage project</source>
      <translation>Pilotage 项目</translation>
    </message>
    <message>
      <source>Pilotage projects (*.pilotage)</source>
      <translation>领航项目 (*.pilotage)</translation>
    </message>
    <message>
      <source>Pin</source>
      <translation>锁定</translation>
    </message>
    <message>
      <source>Pinned (overrides logic)</source>
      <translation>固定（优先于逻辑）</translation>
    </message>
    <message>
      <source>Pinned to its date</source>
      <translation>固定在指定日期</translation>
    </message>
    <message>
      <source>Plan</source>
      <translation>计划</translation>
    </message>
    <message>
      <source>Plan, run and show a project for your client. Everything stays on this computer.</source>
      <translation>为客户规划、推进并汇报项目。所有数据只留在这台电脑上。</translation>
    </message>
    <message>
      <source>Planned by hand</source>
      <translation>手动计划</translation>
    </message>
    <message>
      <source>Planned cost of tasks</source>
      <translation>任务计划成本</translation>
    </message>
    <message>
      <source>Planned finish</source>
      <translation>计划完成</translation>
    </message>
    <message>
      <source>Planned value (PV)</source>
      <translation>计划价值（PV）</translation>
    </message>
    <message>
      <source>Planned value: what should have been done by the status date, at agreed cost.</source>
      <translation>计划价值：到状态日期应完成的工作，按基准成本计。</translation>
    </message>
    <message>
      <source>Planning</source>
      <translation>规划</translation>
    </message>
    <message>
      <source>Planning</source>
      <comment>view</comment>
      <translation>计划编制</translation>
    </message>
    <message>
      <source>Point of the history</source>
      <translation>历史时间点</translation>
    </message>
    <message>
      <source>Portrait</source>
      <translation>纵向</translation>
    </message>
    <message>
      <source>Positive</source>
      <translation>积极</translation>
    </message>
    <message>
      <source>Power</source>
      <translation>权力</translation>
    </message>
    <message>
      <source>Predecessor</source>
      <translation>前置任务</translation>
    </message>
    <message>
      <source>Predecessors</source>
      <translation>前置任务</translation>
    </message>
    <message>
      <source>Predecessors by number</source>
      <translation>前置任务（编号）</translation>
    </message>
    <message>
      <source>Predictive</source>
      <translation>预测型</translation>
    </message>
    <message>
      <source>Preferences</source>
      <translation>首选项</translation>
    </message>
    <message>
      <source>Preferences…</source>
      <translation>首选项…</translation>
    </message>
    <message>
      <source>Preferred channel</source>
      <translation>偏好沟通方式</translation>
    </message>
    <message>
      <source>Prefix of WBS codes</source>
      <translation>WBS 编码前缀</translation>
    </message>
    <message>
      <source>Prepared for: {name}</source>
      <translation>呈报：{name}</translation>
    </message>
    <message>
      <source>Preparing the workshop …</source>
      <translation>正在准备研讨会模式…</translation>
    </message>
    <message>
      <source>Press Esc again to leave the workshop</source>
      <translation>再按一次 Esc 退出研讨会模式</translation>
    </message>
    <message>
      <source>Press where the work stops, drag the rest away</source>
      <translation>在中断处按下，将其余部分拖开</translation>
    </message>
    <message>
      <source>Preview of the report</source>
      <translation>报告预览</translation>
    </message>
    <message>
      <source>Previous overload</source>
      <translation>上一处过度分配</translation>
    </message>
    <message>
      <source>Previous page</source>
      <translation>上一页</translation>
    </message>
    <message>
      <source>Previous section of the details</source>
      <translation>详细信息：上一部分</translation>
    </message>
    <message>
      <source>Primavera P6 (*.xer)</source>
      <translation>Primavera P6 (*.xer)</translation>
    </message>
    <message>
      <source>Primavera P6 XER</source>
      <translation>Primavera P6 XER 文件</translation>
    </message>
    <message>
      <source>Print anew</source>
      <translation>重新生成</translation>
    </message>
    <message>
      <source>Print the plan</source>
      <translation>打印计划</translation>
    </message>
    <message>
      <source>Print the plan…</source>
      <translation>打印计划…</translation>
    </message>
    <message>
      <source>Printed in the report. Needed where the rating is not the proposed one.</source>
      <translation>会印在报告上。采用与建议不同的评级时必填。</translation>
    </message>
    <message>
      <source>Printing was stopped.</source>
      <translation>打印已停止。</translation>
    </message>
    <message>
      <source>Printing…</source>
      <translation>正在打印…</translation>
    </message>
    <message>
      <source>Print…</source>
      <translation>打印…</translation>
    </message>
    <message>
      <source>Priority</source>
      <translation>优先级</translation>
    </message>
    <message>
      <source>Private</source>
      <translation>仅自己</translation>
    </message>
    <message>
      <source>Private</source>
      <comment>filter</comment>
      <translation>仅自己可见</translation>
    </message>
    <message>
      <source>Private note</source>
      <translation>私密备注</translation>
    </message>
    <message>
      <source>Private: stays with you, whatever the record's visibility</source>
      <translation>仅自己可见：无论记录的可见范围如何，都不会外传</translation>
    </message>
    <message>
      <source>Probability</source>
      <translation>概率</translation>
    </message>
    <message>
      <source>Probability from</source>
      <translation>原概率</translation>
    </message>
    <message>
      <source>Probability to</source>
      <translation>新概率</translation>
    </message>
    <message>
      <source>Probability {probability}, impact {impact}</source>
      <translation>概率 {probability}，影响 {impact}</translation>
    </message>
    <message>
      <source>Probability {probability}, impact {impact}: {names}</source>
      <translation>概率 {probability}，影响 {impact}：{names}</translation>
    </message>
    <message>
      <source>Probability–impact matrix</source>
      <translation>概率和影响矩阵</translation>
    </message>
    <message>
      <source>Problem</source>
      <translation>问题陈述</translation>
    </message>
    <message>
      <source>Profile</source>
      <translation>标准</translation>
    </message>
    <message>
      <source>Profile of the check</source>
      <translation>检查标准</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>进度</translation>
    </message>
    <message>
      <source>Progress as planned</source>
      <translation>按计划更新进度</translation>
    </message>
    <message>
      <source>Progress changes</source>
      <translation>更改进度</translation>
    </message>
    <message>
      <source>Progress counts until the evening of this day. Work that is not done by then goes on behind it, as the progress rule of the project says.</source>
      <translation>进度统计到当天下班为止。到时未完成的工作按项目的进度规则移到其后继续。</translation>
    </message>
    <message>
      <source>Progress line</source>
      <translation>进度线（前锋线）</translation>
    </message>
    <message>
      <source>Progress of the whole plan as planned</source>
      <translation>整个计划按计划更新进度</translation>
    </message>
    <message>
      <source>Progress override</source>
      <translation>进度覆盖</translation>
    </message>
    <message>
      <source>Progress rule</source>
      <translation>进度规则</translation>
    </message>
    <message>
      <source>Project</source>
      <translation>项目</translation>
    </message>
    <message>
      <source>Project &amp;name</source>
      <translation>项目名称(&amp;N)</translation>
    </message>
    <message>
      <source>Project calendar</source>
      <translation>项目日历</translation>
    </message>
    <message>
      <source>Project code</source>
      <translation>项目编号</translation>
    </message>
    <message>
      <source>Project codes, not read: {n}</source>
      <translation>项目分类码，未读取：{n}</translation>
    </message>
    <message>
      <source>Project finish</source>
      <translation>项目完成</translation>
    </message>
    <message>
      <source>Project finish, by itself</source>
      <translation>单独采纳对项目完成的影响</translation>
    </message>
    <message>
      <source>Project manager</source>
      <translation>项目经理</translation>
    </message>
    <message>
      <source>Project start</source>
      <translation>项目开始</translation>
    </message>
    <message>
      <source>Project week {week}, {month} {year}</source>
      <comment>time scale</comment>
      <translation>{year}年{number}月 项目第{week}周</translation>
    </message>
    <message>
      <source>Projects</source>
      <translation>项目</translation>
    </message>
    <message>
      <source>Projects and plans (*.pilotage *.xml *.xer *.gan *.xlsx *.csv)</source>
      <translation>项目和计划 (*.pilotage *.xml *.xer *.gan *.xlsx *.csv)</translation>
    </message>
    <message>
      <source>Projects that you open will be listed here.</source>
      <translation>打开过的项目会列在这里。</translation>
    </message>
    <message>
      <source>Promise and completion</source>
      <translation>承诺与完成</translation>
    </message>
    <message>
      <source>Promised to</source>
      <translation>承诺对象</translation>
    </message>
    <message>
      <source>Promises</source>
      <translation>承诺</translation>
    </message>
    <message>
      <source>Proposed</source>
      <translation>提议</translation>
    </message>
    <message>
      <source>Proposed moves</source>
      <translation>建议的移动</translation>
    </message>
    <message>
      <source>Proposed rating</source>
      <translation>建议评级</translation>
    </message>
    <message>
      <source>Pros</source>
      <translation>优点</translation>
    </message>
    <message>
      <source>Provisional</source>
      <translation>暂定</translation>
    </message>
    <message>
      <source>Proximity</source>
      <translation>临近度</translation>
    </message>
    <message>
      <source>Public</source>
      <translation>公开</translation>
    </message>
    <message>
      <source>Pull the square at the corner of a selection</source>
      <translation>拖动选区右下角的方块</translation>
    </message>
    <message>
      <source>Purpose</source>
      <translation>目的</translation>
    </message>
    <message>
      <source>Quality</source>
      <translation>质量</translation>
    </message>
    <message>
      <source>Quarters</source>
      <comment>time scale</comment>
      <translation>季度</translation>
    </message>
    <message>
      <source>Question</source>
      <translation>决策问题</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>退出</translation>
    </message>
    <message>
      <source>Q{quarter}</source>
      <comment>time scale</comment>
      <translation>{quarter}季度</translation>
    </message>
    <message>
      <source>Q{quarter} FY {first_year}/{last_year}</source>
      <comment>time scale</comment>
      <translation>{first_year}/{last_year}财年第{quarter}季度</translation>
    </message>
    <message>
      <source>Q{quarter} {year}</source>
      <comment>time scale</comment>
      <translation>{year}年第{quarter}季度</translation>
    </message>
    <message>
      <source>R</source>
      <comment>badge</comment>
      <translation>险</translation>
    </message>
    <message>
      <source>R</source>
      <comment>rating</comment>
      <translation>红</translation>
    </message>
    <message>
      <source>Raised by</source>
      <translation>提出人</translation>
    </message>
    <message>
      <source>Raised on</source>
      <translation>提出日</translation>
    </message>
    <message>
      <source>Rank</source>
      <translation>次序</translation>
    </message>
    <message>
      <source>Rate table</source>
      <translation>费率表</translation>
    </message>
    <message>
      <source>Rates over time</source>
      <translation>分期费率</translation>
    </message>
    <message>
      <source>Rating</source>
      <translation>评级</translation>
    </message>
    <message>
      <source>Ratings</source>
      <translation>评级</translation>
    </message>
    <message>
      <source>Ratings are computed from the plan, the risk register and the issue log as of the status date.</source>
      <translation>状态由截至状态日期的计划、风险登记册和问题日志计算得出。</translation>
    </message>
    <message>
      <source>Rationale</source>
      <translation>理由</translation>
    </message>
    <message>
      <source>Re-dated twice or more</source>
      <translation>改期两次以上</translation>
    </message>
    <message>
      <source>Read</source>
      <comment>import</comment>
      <translation>已读取</translation>
    </message>
    <message>
      <source>Read-only</source>
      <translation>只读</translation>
    </message>
    <message>
      <source>Reader</source>
      <translation>读者</translation>
    </message>
    <message>
      <source>Reading the cells…</source>
      <translation>正在读取单元格…</translation>
    </message>
    <message>
      <source>Reading the cells… Escape gives it up</source>
      <translation>正在读取单元格…按 Esc 取消</translation>
    </message>
    <message>
      <source>Reading “{name}” takes longer than any sound project would. It was not opened; nothing was changed.</source>
      <translation>读取“{name}”的时间超出任何正常项目，因此没有打开。没有改动任何内容。</translation>
    </message>
    <message>
      <source>Reading “{name}” …</source>
      <translation>正在读取“{name}”…</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>原因说明</translation>
    </message>
    <message>
      <source>Reason</source>
      <comment>backup</comment>
      <translation>原因</translation>
    </message>
    <message>
      <source>Reason for moving {name}</source>
      <translation>说明移动“{name}”的原因</translation>
    </message>
    <message>
      <source>Reason for the move (Enter)</source>
      <translation>移动的原因（Enter）</translation>
    </message>
    <message>
      <source>Recent</source>
      <translation>最近打开</translation>
    </message>
    <message>
      <source>Reckon again</source>
      <translation>重新计算</translation>
    </message>
    <message>
      <source>Reckoning the resources</source>
      <translation>正在计算资源负荷</translation>
    </message>
    <message>
      <source>Recommendation</source>
      <translation>建议</translation>
    </message>
    <message>
      <source>Recorded early finish</source>
      <translation>记录的最早完成</translation>
    </message>
    <message>
      <source>Recorded early start</source>
      <translation>记录的最早开始</translation>
    </message>
    <message>
      <source>Recorded finish</source>
      <translation>文件记录的完成时间</translation>
    </message>
    <message>
      <source>Recorded free float</source>
      <translation>记录的自由浮动时间</translation>
    </message>
    <message>
      <source>Recorded late finish</source>
      <translation>记录的最晚完成</translation>
    </message>
    <message>
      <source>Recorded late start</source>
      <translation>记录的最晚开始</translation>
    </message>
    <message>
      <source>Recorded start</source>
      <translation>文件记录的开始时间</translation>
    </message>
    <message>
      <source>Recorded total float</source>
      <translation>记录的总浮动时间</translation>
    </message>
    <message>
      <source>Records added: {n}</source>
      <translation>新增记录：{n}</translation>
    </message>
    <message>
      <source>Records changed: {n}</source>
      <translation>更新记录：{n}</translation>
    </message>
    <message>
      <source>Records left out, because they are not marked for this audience: {n}</source>
      <translation>未标记为该读者可见、因而未写入的记录：{n}</translation>
    </message>
    <message>
      <source>Records that are not part of the plan, such as risks, contacts and actions: {n}</source>
      <translation>不属于计划的记录，如风险、沟通和行动项：{n} 条</translation>
    </message>
    <message>
      <source>Recurrence</source>
      <translation>重复规则</translation>
    </message>
    <message>
      <source>Recurring calendar exceptions of an unknown kind, left out: {n}</source>
      <translation>类型不明的周期性日历例外，略去：{n} 个</translation>
    </message>
    <message>
      <source>Recurring exceptions that Project cannot repeat, written day by day: {n}</source>
      <translation>Project 无法重复的周期性例外，逐日写出：{n} 个</translation>
    </message>
    <message>
      <source>Recurring task</source>
      <translation>周期性任务</translation>
    </message>
    <message>
      <source>Recurring tasks, read task by task; their pattern is kept: {n}</source>
      <translation>周期性任务，逐个读入，重复规律予以保留：{n} 个</translation>
    </message>
    <message>
      <source>Red</source>
      <comment>rating</comment>
      <translation>红</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>重做</translation>
    </message>
    <message>
      <source>Redo: {step}</source>
      <translation>重做：{step}</translation>
    </message>
    <message>
      <source>Redone: {step}</source>
      <translation>重做：{step}</translation>
    </message>
    <message>
      <source>Registers</source>
      <translation>登记册</translation>
    </message>
    <message>
      <source>Registers left out, because a CSV file holds one list; write an Excel file for all of them: {n}</source>
      <translation>未写入的登记册（CSV 文件只能放一张表，需要全部时请导出 Excel 文件）：{n}</translation>
    </message>
    <message>
      <source>Rejected</source>
      <comment>risk</comment>
      <translation>不成立</translation>
    </message>
    <message>
      <source>Relationship</source>
      <translation>客户关系</translation>
    </message>
    <message>
      <source>Release the date</source>
      <translation>解除日期限定</translation>
    </message>
    <message>
      <source>Release the date of {name}</source>
      <translation>解除“{name}”的日期限定</translation>
    </message>
    <message>
      <source>Remaining cost</source>
      <translation>剩余成本</translation>
    </message>
    <message>
      <source>Remaining duration</source>
      <translation>剩余工期</translation>
    </message>
    <message>
      <source>Remaining work</source>
      <translation>剩余工时</translation>
    </message>
    <message>
      <source>Remark</source>
      <translation>备注</translation>
    </message>
    <message>
      <source>Reminder</source>
      <translation>提醒</translation>
    </message>
    <message>
      <source>Remove a link</source>
      <translation>删除链接</translation>
    </message>
    <message>
      <source>Remove from this list</source>
      <translation>从列表中移除</translation>
    </message>
    <message>
      <source>Remove the lag of {amount} between “{other}” and “{task}”: gains {gain}.</source>
      <translation>取消“{other}”与“{task}”之间 {amount}的滞后量：可提前 {gain}。</translation>
    </message>
    <message>
      <source>Remove the last level</source>
      <translation>删除最后一级</translation>
    </message>
    <message>
      <source>Remove the levelling delay of {amount} from “{task}”: gains {gain}.</source>
      <translation>取消“{task}”的资源平衡延迟（{amount}）：可提前 {gain}。</translation>
    </message>
    <message>
      <source>Remove the link</source>
      <translation>删除此链接</translation>
    </message>
    <message>
      <source>Remove the link from “{task}”</source>
      <translation>删除与“{task}”的链接</translation>
    </message>
    <message>
      <source>Remove the links among them</source>
      <translation>移除它们之间的依赖关系</translation>
    </message>
    <message>
      <source>Removed</source>
      <comment>variance</comment>
      <translation>已删除</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>重命名</translation>
    </message>
    <message>
      <source>Rename the view</source>
      <translation>重命名视图</translation>
    </message>
    <message>
      <source>Rename the view…</source>
      <translation>重命名视图…</translation>
    </message>
    <message>
      <source>Rename {name}</source>
      <translation>重命名“{name}”</translation>
    </message>
    <message>
      <source>Renumber WBS codes…</source>
      <translation>重新编号 WBS…</translation>
    </message>
    <message>
      <source>Replace a resource of {name}</source>
      <translation>替换“{name}”的资源</translation>
    </message>
    <message>
      <source>Replaced</source>
      <comment>report</comment>
      <translation>已替换</translation>
    </message>
    <message>
      <source>Reply to the escalation</source>
      <translation>上报答复</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>报告</translation>
    </message>
    <message>
      <source>Report language</source>
      <translation>报告语言</translation>
    </message>
    <message>
      <source>Report no.</source>
      <translation>报告编号</translation>
    </message>
    <message>
      <source>Report {number} has been issued and stays as the client received it. Nothing was changed; issue a new version instead.</source>
      <translation>第 {number} 号报告已经签发，保持客户收到时的样子。没有做任何更改；如需更正，请签发新版本。</translation>
    </message>
    <message>
      <source>Report {number} is recorded as issued on {date}: its ratings, its forecasts and the fingerprint of the PDF. The next report is compared with it. Undo takes the record back, not the file.</source>
      <translation>第 {number} 号报告已登记为 {date} 签发，保存了评级、预测和 PDF 的校验值；下一份报告会与它对比。撤销只收回登记，不删除文件。</translation>
    </message>
    <message>
      <source>Reports</source>
      <translation>报告</translation>
    </message>
    <message>
      <source>Required finish</source>
      <translation>要求完成时间</translation>
    </message>
    <message>
      <source>Reschedule unfinished work</source>
      <translation>重排未完成的工作</translation>
    </message>
    <message>
      <source>Reset the columns</source>
      <translation>恢复默认列</translation>
    </message>
    <message>
      <source>Reset the view</source>
      <translation>重置视图</translation>
    </message>
    <message>
      <source>Residual</source>
      <translation>剩余值</translation>
    </message>
    <message>
      <source>Residual impact</source>
      <translation>剩余影响</translation>
    </message>
    <message>
      <source>Residual probability</source>
      <translation>剩余概率</translation>
    </message>
    <message>
      <source>Resistant</source>
      <translation>抵制</translation>
    </message>
    <message>
      <source>Resolution</source>
      <translation>解决方案</translation>
    </message>
    <message>
      <source>Resolved</source>
      <translation>已解决</translation>
    </message>
    <message>
      <source>Resource</source>
      <translation>资源</translation>
    </message>
    <message>
      <source>Resource availability that changes over time; the first is used: {n}</source>
      <translation>可用量随时间变化的资源，采用第一个数值：{n}</translation>
    </message>
    <message>
      <source>Resource calendar</source>
      <translation>资源日历</translation>
    </message>
    <message>
      <source>Resource codes, not read: {n}</source>
      <translation>资源分类码，未读取：{n}</translation>
    </message>
    <message>
      <source>Resource histogram</source>
      <translation>资源直方图</translation>
    </message>
    <message>
      <source>Resource initials</source>
      <translation>资源缩写</translation>
    </message>
    <message>
      <source>Resource names with a comma or square brackets, which Project refuses, written without: {n}</source>
      <translation>名称含逗号或方括号（Project 不接受）的资源，写出时去掉：{n} 个</translation>
    </message>
    <message>
      <source>Resource {n}</source>
      <translation>资源 {n}</translation>
    </message>
    <message>
      <source>Resources</source>
      <translation>资源</translation>
    </message>
    <message>
      <source>Resources by period</source>
      <translation>资源时段表</translation>
    </message>
    <message>
      <source>Resources linked to a stakeholder, written without the link: {n}</source>
      <translation>与相关方关联的资源，写出时不含关联：{n} 个</translation>
    </message>
    <message>
      <source>Resources with a number that another one has; assignments go to the first: {n}</source>
      <translation>编号与其他资源重复的资源，工作分配归第一个：{n} 个</translation>
    </message>
    <message>
      <source>Resources without a name: {n}</source>
      <translation>没有名称的资源：{n} 个</translation>
    </message>
    <message>
      <source>Resources: {n}</source>
      <translation>资源：{n} 个</translation>
    </message>
    <message>
      <source>Responding</source>
      <translation>应对中</translation>
    </message>
    <message>
      <source>Response</source>
      <translation>应对</translation>
    </message>
    <message>
      <source>Response actions</source>
      <translation>应对行动</translation>
    </message>
    <message>
      <source>Response status</source>
      <translation>响应状态</translation>
    </message>
    <message>
      <source>Response strategy</source>
      <translation>应对策略</translation>
    </message>
    <message>
      <source>Responsibility</source>
      <translation>职责</translation>
    </message>
    <message>
      <source>Rest on a bar with a finger, then drag</source>
      <translation>手指按住条形片刻，再拖动</translation>
    </message>
    <message>
      <source>Rest on a bar, a mark or a link</source>
      <translation>指针停在条形、标记或链接线上</translation>
    </message>
    <message>
      <source>Restore</source>
      <translation>恢复</translation>
    </message>
    <message>
      <source>Restore point</source>
      <translation>还原点</translation>
    </message>
    <message>
      <source>Restore point made {time}</source>
      <translation>已建立还原点 {time}</translation>
    </message>
    <message>
      <source>Restore points and backups</source>
      <translation>还原点与备份</translation>
    </message>
    <message>
      <source>Restore points and backups…</source>
      <translation>还原点与备份…</translation>
    </message>
    <message>
      <source>Result</source>
      <comment>row</comment>
      <translation>结果</translation>
    </message>
    <message>
      <source>Resume</source>
      <translation>恢复时间</translation>
    </message>
    <message>
      <source>Retained logic</source>
      <translation>保留逻辑</translation>
    </message>
    <message>
      <source>Retainer</source>
      <translation>月度服务</translation>
    </message>
    <message>
      <source>Retrospective</source>
      <translation>回顾</translation>
    </message>
    <message>
      <source>Review</source>
      <translation>评审</translation>
    </message>
    <message>
      <source>Review due</source>
      <translation>待评审</translation>
    </message>
    <message>
      <source>Review it…</source>
      <translation>查看…</translation>
    </message>
    <message>
      <source>Reviews due</source>
      <translation>待评审</translation>
    </message>
    <message>
      <source>Revoked</source>
      <translation>已撤销</translation>
    </message>
    <message>
      <source>Right of bars</source>
      <translation>条形右侧</translation>
    </message>
    <message>
      <source>Right-click a heading, a row, a cell, a bar or a link</source>
      <translation>右键单击列标题、行、单元格、条形或链接线</translation>
    </message>
    <message>
      <source>Risk</source>
      <translation>风险</translation>
    </message>
    <message>
      <source>Risk below {medium}</source>
      <translation>风险值低于 {medium}</translation>
    </message>
    <message>
      <source>Risk event</source>
      <translation>风险事件</translation>
    </message>
    <message>
      <source>Risk not assessed</source>
      <translation>风险未评估</translation>
    </message>
    <message>
      <source>Risk of {high} or more</source>
      <translation>风险值 {high} 及以上</translation>
    </message>
    <message>
      <source>Risk of {medium} or more</source>
      <translation>风险值 {medium} 及以上</translation>
    </message>
    <message>
      <source>Risk or issue</source>
      <translation>风险或问题</translation>
    </message>
    <message>
      <source>Risk owner</source>
      <translation>风险责任人</translation>
    </message>
    <message>
      <source>Risk register</source>
      <translation>风险登记册</translation>
    </message>
    <message>
      <source>Risks</source>
      <translation>风险</translation>
    </message>
    <message>
      <source>Risks of P6, not read: {n}</source>
      <translation>P6 中的风险，未读取：{n}</translation>
    </message>
    <message>
      <source>Risks, issues and actions of the task</source>
      <translation>任务的风险、问题和行动项</translation>
    </message>
    <message>
      <source>Risks, issues, late actions and notes</source>
      <translation>风险、问题、逾期行动项和备注</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>角色</translation>
    </message>
    <message>
      <source>Roles that have work and no resource yet, read as resources: {n}</source>
      <translation>有工时但尚未指定资源的角色，读为资源：{n}</translation>
    </message>
    <message>
      <source>Roman numerals: I, II, IV</source>
      <translation>罗马数字：I、II、IV</translation>
    </message>
    <message>
      <source>Root cause</source>
      <translation>根因</translation>
    </message>
    <message>
      <source>Round the clock</source>
      <translation>全天 24 小时</translation>
    </message>
    <message>
      <source>Row number in the file</source>
      <translation>文件中的行号</translation>
    </message>
    <message>
      <source>Row numbers</source>
      <translation>行号</translation>
    </message>
    <message>
      <source>Row {line}</source>
      <translation>第 {line} 行</translation>
    </message>
    <message>
      <source>Row {n} is “{task}”: write {code} for it.</source>
      <translation>第 {n} 行是“{task}”：要指它，请写 {code}。</translation>
    </message>
    <message>
      <source>Rows</source>
      <translation>行</translation>
    </message>
    <message>
      <source>Rows as in the grid</source>
      <translation>与表格中的行一致</translation>
    </message>
    <message>
      <source>Rows left out, because a sheet holds no more: {n}</source>
      <translation>因工作表行数已满而未写入的行：{n}</translation>
    </message>
    <message>
      <source>Rows left out: {n}</source>
      <translation>略过的行：{n}</translation>
    </message>
    <message>
      <source>Rows move only in the order of the outline</source>
      <translation>只有按大纲顺序显示时才能移动行</translation>
    </message>
    <message>
      <source>Rows of a table without columns, left out: {n}</source>
      <translation>没有列定义的表中的行，已略去：{n}</translation>
    </message>
    <message>
      <source>Rows that say what is there already: {n}</source>
      <translation>与现有内容相同的行：{n}</translation>
    </message>
    <message>
      <source>Rows without a name, left out: {n}</source>
      <translation>没有名称而跳过的行：{n}</translation>
    </message>
    <message>
      <source>Rows: {n}</source>
      <translation>共 {n} 行</translation>
    </message>
    <message>
      <source>Rules for data handling</source>
      <translation>资料处理要求</translation>
    </message>
    <message>
      <source>Rules of scheduling that Project does not have, left out: {n}</source>
      <translation>Project 没有的排程规则，略去：{n} 条</translation>
    </message>
    <message>
      <source>Rules of this plan</source>
      <translation>本计划的排程规则</translation>
    </message>
    <message>
      <source>Rules of this plan: {rules}</source>
      <translation>本计划的排程规则：{rules}</translation>
    </message>
    <message>
      <source>S-curve</source>
      <translation>S 曲线</translation>
    </message>
    <message>
      <source>S-curve as a table</source>
      <translation>S 曲线数据表</translation>
    </message>
    <message>
      <source>SHA-256 of the PDF</source>
      <translation>PDF 的 SHA-256</translation>
    </message>
    <message>
      <source>SPI</source>
      <translation>SPI</translation>
    </message>
    <message>
      <source>SV</source>
      <translation>SV</translation>
    </message>
    <message>
      <source>SVG pictures (*.svg)</source>
      <translation>SVG 图片 (*.svg)</translation>
    </message>
    <message>
      <source>SVG: lines</source>
      <translation>SVG：矢量图</translation>
    </message>
    <message>
      <source>SVG: lines, sharp at any size</source>
      <translation>SVG：矢量图，任意缩放都清晰</translation>
    </message>
    <message>
      <source>Safe mode: windows, pages, views of the plan, colours and text size are as after installation. Your projects, recent files and other settings are unchanged.</source>
      <translation>安全模式：窗口、页面、计划视图、配色和字号已恢复为初装状态。您的项目、最近文件和其他设置均未改动。</translation>
    </message>
    <message>
      <source>Safety</source>
      <translation>安全</translation>
    </message>
    <message>
      <source>Same hours for all working days</source>
      <translation>所有工作日时间相同</translation>
    </message>
    <message>
      <source>Sample project</source>
      <translation>示例项目</translation>
    </message>
    <message>
      <source>Sat</source>
      <translation>周六</translation>
    </message>
    <message>
      <source>Saturday</source>
      <translation>星期六</translation>
    </message>
    <message>
      <source>Save a copy</source>
      <translation>另存副本</translation>
    </message>
    <message>
      <source>Save a copy…</source>
      <translation>另存副本…</translation>
    </message>
    <message>
      <source>Save as PDF</source>
      <translation>另存为 PDF</translation>
    </message>
    <message>
      <source>Save as PDF…</source>
      <translation>另存为 PDF…</translation>
    </message>
    <message>
      <source>Save as a module</source>
      <translation>存为任务模块</translation>
    </message>
    <message>
      <source>Save as a module…</source>
      <translation>存为任务模块…</translation>
    </message>
    <message>
      <source>Save the view</source>
      <translation>保存视图</translation>
    </message>
    <message>
      <source>Save the view as…</source>
      <translation>将视图另存为…</translation>
    </message>
    <message>
      <source>Saved: {name}</source>
      <translation>已保存：{name}</translation>
    </message>
    <message>
      <source>Say what the cells are to be compared with.</source>
      <translation>请填写要比较的内容。</translation>
    </message>
    <message>
      <source>Say which file the project is kept in.</source>
      <translation>请填写项目要保存到的文件。</translation>
    </message>
    <message>
      <source>Schedule</source>
      <translation>进度</translation>
    </message>
    <message>
      <source>Schedule by hand</source>
      <translation>手动计划</translation>
    </message>
    <message>
      <source>Schedule by hand: stays there, links do not move it</source>
      <translation>手动计划：停在原处，链接不会移动它</translation>
    </message>
    <message>
      <source>Schedule from</source>
      <translation>计划起算</translation>
    </message>
    <message>
      <source>Schedule health</source>
      <translation>进度健康</translation>
    </message>
    <message>
      <source>Schedule performance index (SPI = EV ÷ PV)</source>
      <translation>进度绩效指数（SPI = EV ÷ PV）</translation>
    </message>
    <message>
      <source>Schedule performance index in time (SPI(t) = ES ÷ AT)</source>
      <translation>时间进度绩效指数（SPI(t) = ES ÷ AT）</translation>
    </message>
    <message>
      <source>Schedule performance, EV ÷ PV: below 1, slower than planned.</source>
      <translation>进度绩效指数 EV ÷ PV：小于 1 表示慢于计划。</translation>
    </message>
    <message>
      <source>Schedule variance (SV = EV − PV)</source>
      <translation>进度偏差（SV = EV − PV）</translation>
    </message>
    <message>
      <source>Schedule variance in time (SV(t) = ES − AT)</source>
      <translation>时间进度偏差（SV(t) = ES − AT）</translation>
    </message>
    <message>
      <source>Schedule variance, EV − PV: below nought, less was done than planned.</source>
      <translation>进度偏差 EV − PV：为负表示完成的少于计划。</translation>
    </message>
    <message>
      <source>Schedule “{task}” automatically instead of by hand: gains {gain}.</source>
      <translation>将“{task}”由手动计划改为自动计划：可提前 {gain}。</translation>
    </message>
    <message>
      <source>Scheduled by hand</source>
      <translation>手动计划</translation>
    </message>
    <message>
      <source>Scheduling</source>
      <translation>计划方式</translation>
    </message>
    <message>
      <source>Scope</source>
      <translation>范围</translation>
    </message>
    <message>
      <source>Score</source>
      <translation>风险值</translation>
    </message>
    <message>
      <source>Scribe</source>
      <translation>记录人</translation>
    </message>
    <message>
      <source>Scroll to task</source>
      <translation>滚动到任务</translation>
    </message>
    <message>
      <source>Se&amp;parator</source>
      <translation>分隔符(&amp;P)</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>搜索</translation>
    </message>
    <message>
      <source>Search preferences</source>
      <translation>搜索首选项</translation>
    </message>
    <message>
      <source>Second constraints of an activity, kept as its deadline: {n}</source>
      <translation>作业的第二限制条件，保留为截止日期：{n}</translation>
    </message>
    <message>
      <source>Second constraints of an activity, left out: {n}</source>
      <translation>作业的第二限制条件，已略去：{n}</translation>
    </message>
    <message>
      <source>Second half of FY {first_year}/{last_year}</source>
      <comment>time scale</comment>
      <translation>{first_year}/{last_year}财年下半年</translation>
    </message>
    <message>
      <source>Second half of {year}</source>
      <comment>time scale</comment>
      <translation>{year}年下半年</translation>
    </message>
    <message>
      <source>Seconds of search</source>
      <translation>搜索时间（秒）</translation>
    </message>
    <message>
      <source>Secret</source>
      <translation>绝密</translation>
    </message>
    <message>
      <source>Sections of the details</source>
      <translation>详细信息的各部分</translation>
    </message>
    <message>
      <source>Select all</source>
      <translation>全选</translation>
    </message>
    <message>
      <source>Select at least two tasks to link them. Nothing was changed.</source>
      <translation>请至少选择两个任务再链接。未作任何更改。</translation>
    </message>
    <message>
      <source>Select whole columns</source>
      <translation>选择整列</translation>
    </message>
    <message>
      <source>Select whole rows</source>
      <translation>选择整行</translation>
    </message>
    <message>
      <source>Selects the row; opens the details</source>
      <translation>选中该行；打开详细信息</translation>
    </message>
    <message>
      <source>Self-test passed: {n} tasks scheduled, a report of {size} KB printed.</source>
      <translation>自检通过：已排程 {n} 个任务，已输出 {size} KB 的报告。</translation>
    </message>
    <message>
      <source>Semicolon</source>
      <translation>分号</translation>
    </message>
    <message>
      <source>Sent</source>
      <translation>已发</translation>
    </message>
    <message>
      <source>Sep</source>
      <translation>9月</translation>
    </message>
    <message>
      <source>Separator behind</source>
      <translation>后接分隔符</translation>
    </message>
    <message>
      <source>September</source>
      <translation>九月</translation>
    </message>
    <message>
      <source>Set</source>
      <translation>设定</translation>
    </message>
    <message>
      <source>Set right what did not belong together</source>
      <translation>修正不一致的数据</translation>
    </message>
    <message>
      <source>Set the chosen days</source>
      <translation>设置所选日期</translation>
    </message>
    <message>
      <source>Settings and recent files cannot be kept, because nothing may be written to {path}. Everything else works, and your projects are not affected.</source>
      <translation>无法保存设置和最近文件，因为 {path} 不可写入。其他功能一切正常，您的项目不受影响。</translation>
    </message>
    <message>
      <source>Several projects in one file, each read as a summary task; the plan begins with the earliest, data date and rules are those of the first: {n}</source>
      <translation>文件中有多个项目，各自读为一个摘要任务；计划开始日期取最早者，数据日期和计算规则取自第一个项目：{n}</translation>
    </message>
    <message>
      <source>Severity</source>
      <translation>严重程度</translation>
    </message>
    <message>
      <source>Share</source>
      <translation>分享</translation>
    </message>
    <message>
      <source>Shared note</source>
      <translation>共享纪要</translation>
    </message>
    <message>
      <source>Shift and the wheel, or drag the time scale</source>
      <translation>按住 Shift 滚动滚轮，或拖动时间刻度</translation>
    </message>
    <message>
      <source>Shift: in time instead</source>
      <translation>按住 Shift：改为移动时间</translation>
    </message>
    <message>
      <source>Short name</source>
      <translation>简称</translation>
    </message>
    <message>
      <source>Shorten</source>
      <translation>缩短</translation>
    </message>
    <message>
      <source>Shorten “{task}” by {amount}: gains {gain}.</source>
      <translation>将“{task}”缩短 {amount}：可提前 {gain}。</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>显示</translation>
    </message>
    <message>
      <source>Show all</source>
      <translation>显示全部</translation>
    </message>
    <message>
      <source>Show all tasks</source>
      <translation>显示全部任务</translation>
    </message>
    <message>
      <source>Show all time</source>
      <translation>显示全部时间</translation>
    </message>
    <message>
      <source>Show as table</source>
      <translation>以表格显示</translation>
    </message>
    <message>
      <source>Show backups</source>
      <translation>显示备份</translation>
    </message>
    <message>
      <source>Show backups…</source>
      <translation>查看备份…</translation>
    </message>
    <message>
      <source>Show earlier edits</source>
      <translation>显示更早的修改</translation>
    </message>
    <message>
      <source>Show in the chart</source>
      <translation>在图中显示</translation>
    </message>
    <message>
      <source>Show in the plan</source>
      <translation>在计划中显示</translation>
    </message>
    <message>
      <source>Show or hide the matrix (Ctrl+M)</source>
      <translation>显示或隐藏矩阵（Ctrl+M）</translation>
    </message>
    <message>
      <source>Show outline level {n}</source>
      <translation>显示到大纲级别 {n}</translation>
    </message>
    <message>
      <source>Show paths to this task in the chart</source>
      <translation>在图中显示通往此任务的路径</translation>
    </message>
    <message>
      <source>Show the tasks</source>
      <translation>显示任务</translation>
    </message>
    <message>
      <source>Show what would change…</source>
      <translation>看看会有哪些变化…</translation>
    </message>
    <message>
      <source>Shown are {start} to {finish}; the plan runs from {first} to {last}</source>
      <translation>当前显示 {start} 至 {finish}；计划自 {first} 至 {last}</translation>
    </message>
    <message>
      <source>Shown in the boxes</source>
      <translation>框内显示</translation>
    </message>
    <message>
      <source>Shown tasks</source>
      <translation>显示的任务</translation>
    </message>
    <message>
      <source>Shown, in this order</source>
      <translation>显示的列（按此顺序）</translation>
    </message>
    <message>
      <source>Shows another time, or more of it</source>
      <translation>显示另一段时间，或更长的时间</translation>
    </message>
    <message>
      <source>Side</source>
      <translation>责任方</translation>
    </message>
    <message>
      <source>Since</source>
      <comment>variance</comment>
      <translation>起点</translation>
    </message>
    <message>
      <source>Site visit</source>
      <translation>现场</translation>
    </message>
    <message>
      <source>Six Sigma</source>
      <translation>六西格玛</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>大小</translation>
    </message>
    <message>
      <source>Smaller impact</source>
      <translation>减小影响</translation>
    </message>
    <message>
      <source>Smaller of start and finish float</source>
      <translation>开始与完成浮动时间取小</translation>
    </message>
    <message>
      <source>Smaller text</source>
      <translation>缩小文字</translation>
    </message>
    <message>
      <source>Something else was changed in the meantime. Nothing was taken back or done again; please try again.</source>
      <translation>期间有其他内容被更改，未撤销或重做任何步骤；请重试。</translation>
    </message>
    <message>
      <source>Something new about this task</source>
      <translation>新建与该任务相关的内容</translation>
    </message>
    <message>
      <source>Something went wrong</source>
      <translation>出了点问题</translation>
    </message>
    <message>
      <source>Something went wrong inside the program. Nothing was changed; your data is safe.</source>
      <translation>程序内部出错。未作任何更改，您的数据是安全的。</translation>
    </message>
    <message>
      <source>Sort</source>
      <translation>排序</translation>
    </message>
    <message>
      <source>Sort ascending</source>
      <translation>升序</translation>
    </message>
    <message>
      <source>Sort by this column, ascending</source>
      <translation>按此列升序</translation>
    </message>
    <message>
      <source>Sort by this column, descending</source>
      <translation>按此列降序</translation>
    </message>
    <message>
      <source>Sort descending</source>
      <translation>降序</translation>
    </message>
    <message>
      <source>Sort without the outline</source>
      <translation>不分大纲排序</translation>
    </message>
    <message>
      <source>Sorts by the column; Ctrl+Shift adds it to the others</source>
      <translation>按该列排序；按住 Ctrl+Shift 则作为次要依据</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>来源</translation>
    </message>
    <message>
      <source>Source meeting</source>
      <translation>来源会议</translation>
    </message>
    <message>
      <source>Space chooses a move or leaves it.</source>
      <translation>按空格键选中或取消选中。</translation>
    </message>
    <message>
      <source>Split a bar with the mouse</source>
      <translation>用鼠标拆分条形</translation>
    </message>
    <message>
      <source>Split tasks, parts read from the work over time: {n}</source>
      <translation>拆分任务，各段取自分时段工时：{n} 个</translation>
    </message>
    <message>
      <source>Split the task…</source>
      <translation>拆分任务…</translation>
    </message>
    <message>
      <source>Split {name}</source>
      <translation>拆分 {name}</translation>
    </message>
    <message>
      <source>Split “{task}”</source>
      <translation>拆分“{task}”</translation>
    </message>
    <message>
      <source>Splits</source>
      <translation>拆分</translation>
    </message>
    <message>
      <source>Sponsor</source>
      <translation>发起人</translation>
    </message>
    <message>
      <source>Spread of the duration (σ)</source>
      <translation>工期标准差（σ）</translation>
    </message>
    <message>
      <source>Stakeholder</source>
      <translation>相关方</translation>
    </message>
    <message>
      <source>Stakeholders</source>
      <translation>相关方</translation>
    </message>
    <message>
      <source>Standard</source>
      <translation>默认</translation>
    </message>
    <message>
      <source>Standard rate per hour</source>
      <translation>标准费率（每小时）</translation>
    </message>
    <message>
      <source>Standard week</source>
      <translation>标准工作周</translation>
    </message>
    <message>
      <source>Standard week, Monday to Friday</source>
      <translation>标准工作周（周一至周五）</translation>
    </message>
    <message>
      <source>Start</source>
      <translation>开始时间</translation>
    </message>
    <message>
      <source>Start after</source>
      <translation>新开始时间</translation>
    </message>
    <message>
      <source>Start before</source>
      <translation>原开始时间</translation>
    </message>
    <message>
      <source>Start computed</source>
      <translation>计算的开始时间</translation>
    </message>
    <message>
      <source>Start float</source>
      <translation>开始浮动时间</translation>
    </message>
    <message>
      <source>Start in the file</source>
      <translation>文件中的开始时间</translation>
    </message>
    <message>
      <source>Start no earlier than</source>
      <translation>不得早于…开始</translation>
    </message>
    <message>
      <source>Start no earlier than this; links may still push it later</source>
      <translation>不得早于此日期开始；链接仍可将其推后</translation>
    </message>
    <message>
      <source>Start no later than</source>
      <translation>不得晚于…开始</translation>
    </message>
    <message>
      <source>Start variance</source>
      <translation>开始时间偏差</translation>
    </message>
    <message>
      <source>Start with a verb</source>
      <translation>以动词开头</translation>
    </message>
    <message>
      <source>Start-to-finish (SF)</source>
      <translation>开始-完成（SF）</translation>
    </message>
    <message>
      <source>Start-to-start (SS)</source>
      <translation>开始-开始（SS）</translation>
    </message>
    <message>
      <source>Starts within {n} days</source>
      <translation>{n} 天内开始</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>Status date</source>
      <translation>状态日期</translation>
    </message>
    <message>
      <source>Status date: {date}</source>
      <translation>状态日期：{date}</translation>
    </message>
    <message>
      <source>Status date…</source>
      <translation>状态日期…</translation>
    </message>
    <message>
      <source>Status meeting</source>
      <translation>例会</translation>
    </message>
    <message>
      <source>Status report</source>
      <translation>状态报告</translation>
    </message>
    <message>
      <source>Status reports</source>
      <translation>状态报告</translation>
    </message>
    <message>
      <source>Stays</source>
      <translation>不写入</translation>
    </message>
    <message>
      <source>Stays with you, whatever else is shared</source>
      <translation>只留给自己，无论其他内容是否共享</translation>
    </message>
    <message>
      <source>Steering committee</source>
      <translation>指导委员会</translation>
    </message>
    <message>
      <source>Steering committee</source>
      <comment>report</comment>
      <translation>指导委员会</translation>
    </message>
    <message>
      <source>Steps of activities, not read: {n}</source>
      <translation>作业步骤，未读取：{n}</translation>
    </message>
    <message>
      <source>Still missing:</source>
      <translation>尚缺：</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>停止时间</translation>
    </message>
    <message>
      <source>Stop</source>
      <comment>search</comment>
      <translation>停止</translation>
    </message>
    <message>
      <source>Strained</source>
      <translation>紧张</translation>
    </message>
    <message>
      <source>Strong</source>
      <translation>稳固</translation>
    </message>
    <message>
      <source>Subject</source>
      <translation>主题</translation>
    </message>
    <message>
      <source>Subject and what was said</source>
      <translation>主题与沟通内容</translation>
    </message>
    <message>
      <source>Success criteria</source>
      <translation>成功标准</translation>
    </message>
    <message>
      <source>Successor</source>
      <translation>后续任务</translation>
    </message>
    <message>
      <source>Successors</source>
      <translation>后续任务</translation>
    </message>
    <message>
      <source>Successors by number</source>
      <translation>后续任务（编号）</translation>
    </message>
    <message>
      <source>Such as 08:00-12:00 13:00-17:00; 22:00-06:00 is a night shift, 00:00-24:00 the whole day</source>
      <translation>如 08:00-12:00 13:00-17:00；22:00-06:00 为夜班，00:00-24:00 为全天</translation>
    </message>
    <message>
      <source>Summary task</source>
      <translation>摘要任务</translation>
    </message>
    <message>
      <source>Sun</source>
      <translation>周日</translation>
    </message>
    <message>
      <source>Sunday</source>
      <translation>星期日</translation>
    </message>
    <message>
      <source>Superseded</source>
      <translation>被替代</translation>
    </message>
    <message>
      <source>Supersedes</source>
      <translation>替代</translation>
    </message>
    <message>
      <source>Supplier</source>
      <translation>供应商</translation>
    </message>
    <message>
      <source>Support that lasts as long as what it is linked to; it is never critical.</source>
      <translation>支持性工作，持续时间取决于所链接的任务，从不算作关键任务。</translation>
    </message>
    <message>
      <source>Supportive</source>
      <translation>支持</translation>
    </message>
    <message>
      <source>TCPI</source>
      <translation>TCPI</translation>
    </message>
    <message>
      <source>Tab</source>
      <translation>制表符</translation>
    </message>
    <message>
      <source>Table instead of the curve (Ctrl+M)</source>
      <translation>以表格代替曲线（Ctrl+M）</translation>
    </message>
    <message>
      <source>Tables (*.xlsx *.csv)</source>
      <translation>表格 (*.xlsx *.csv)</translation>
    </message>
    <message>
      <source>Tables of tasks (*.xlsx *.csv)</source>
      <translation>任务表 (*.xlsx *.csv)</translation>
    </message>
    <message>
      <source>Tabloid</source>
      <comment>paper</comment>
      <translation>小报（11×17 英寸）</translation>
    </message>
    <message>
      <source>Tags</source>
      <translation>标签</translation>
    </message>
    <message>
      <source>Take a resource from {name}</source>
      <translation>移除“{name}”的资源</translation>
    </message>
    <message>
      <source>Take every filter away (Ctrl+Shift+L)</source>
      <translation>清除所有筛选（Ctrl+Shift+L）</translation>
    </message>
    <message>
      <source>Take the edit back</source>
      <translation>撤销此次修改</translation>
    </message>
    <message>
      <source>Take the row away</source>
      <translation>移除该行</translation>
    </message>
    <message>
      <source>Taken</source>
      <translation>建立时间</translation>
    </message>
    <message>
      <source>Tap; tap twice</source>
      <translation>轻点；轻点两次</translation>
    </message>
    <message>
      <source>Target date</source>
      <translation>目标日期</translation>
    </message>
    <message>
      <source>Target score</source>
      <translation>目标值</translation>
    </message>
    <message>
      <source>Task</source>
      <translation>任务</translation>
    </message>
    <message>
      <source>Task calendar</source>
      <translation>任务日历</translation>
    </message>
    <message>
      <source>Task name</source>
      <translation>任务名称</translation>
    </message>
    <message>
      <source>Task of another project</source>
      <translation>其他项目的任务</translation>
    </message>
    <message>
      <source>Task type</source>
      <translation>任务类型</translation>
    </message>
    <message>
      <source>Task, with progress</source>
      <translation>任务（含进度）</translation>
    </message>
    <message>
      <source>Tasks</source>
      <translation>任务</translation>
    </message>
    <message>
      <source>Tasks and resources whose calendar is not in the file, put on the project calendar: {n}</source>
      <translation>日历不在文件中的任务和资源，改用项目日历：{n} 个</translation>
    </message>
    <message>
      <source>Tasks are typed in, pasted, or imported later.</source>
      <translation>任务可以稍后输入、粘贴或导入。</translation>
    </message>
    <message>
      <source>Tasks at which many paths meet</source>
      <translation>多条路径汇合的任务</translation>
    </message>
    <message>
      <source>Tasks changed: {n}.</source>
      <translation>已更改 {n} 项任务。</translation>
    </message>
    <message>
      <source>Tasks finished for every task that was to be finished by the status date; below 1 work piles up.</source>
      <translation>到状态日期，完成的任务数与应完成任务数之比；小于 1 表示工作在积压。</translation>
    </message>
    <message>
      <source>Tasks held at their dates, because what moves them is not for this audience: {n}</source>
      <translation>因决定日期的内容不对该读者公开，按原日期固定为手动计划的任务：{n}</translation>
    </message>
    <message>
      <source>Tasks moved: {n}. They are held in different ways.</source>
      <translation>已移动 {n} 项任务，固定方式各不相同。</translation>
    </message>
    <message>
      <source>Tasks moved: {n}. They are scheduled by hand, and links do not move them.</source>
      <translation>已移动 {n} 项任务，均为手动计划，链接不会移动它们。</translation>
    </message>
    <message>
      <source>Tasks moved: {n}. They must start then, unless they follow another of them.</source>
      <translation>已移动 {n} 项任务，必须在此时开始；跟随其中其他任务的除外。</translation>
    </message>
    <message>
      <source>Tasks moved: {n}. They start no earlier, unless they follow another of them.</source>
      <translation>已移动 {n} 项任务，不得早于此时开始；跟随其中其他任务的除外。</translation>
    </message>
    <message>
      <source>Tasks of other projects, kept at the dates that the file records: {n}</source>
      <translation>其他项目的任务，保持文件记录的日期：{n} 个</translation>
    </message>
    <message>
      <source>Tasks of the measure</source>
      <translation>该检查项涉及的任务</translation>
    </message>
    <message>
      <source>Tasks of the module</source>
      <translation>模块中的任务</translation>
    </message>
    <message>
      <source>Tasks on the calendar “{calendar}” are worked on by people on “{other}”, which has no working time in common with it; the calendar of the task alone is used.</source>
      <translation>日历“{calendar}”上的任务由使用日历“{other}”的人员承担，两个日历没有共同的工作时间；仅按任务自己的日历计算。</translation>
    </message>
    <message>
      <source>Tasks shown</source>
      <translation>显示的任务</translation>
    </message>
    <message>
      <source>Tasks that are pinned one by one, which Project cannot; written as planned by hand: {n}</source>
      <translation>逐个固定日期的任务，Project 做不到，写为手动排程：{n} 个</translation>
    </message>
    <message>
      <source>Tasks that earn value by 0/100 or 50/50, which Project does not know; written with % complete: {n}</source>
      <translation>按 0/100 或 50/50 计挣值的任务，Project 没有这种方法，改按完成百分比写出：{n} 项</translation>
    </message>
    <message>
      <source>Tasks that ended, or will end, later than agreed although they were due by the status date.</source>
      <translation>按基准应在状态日期前完成，实际完成或预计完成却更晚的任务。</translation>
    </message>
    <message>
      <source>Tasks that finish before they start, actual finish left out: {n}</source>
      <translation>完成早于开始的任务，略去实际完成时间：{n} 个</translation>
    </message>
    <message>
      <source>Tasks that get other dates</source>
      <translation>日期有变的任务</translation>
    </message>
    <message>
      <source>Tasks that missed their baseline finish</source>
      <translation>未按基准完成的任务</translation>
    </message>
    <message>
      <source>Tasks that no strong link holds, kept from starting earlier than in the file: {n}</source>
      <translation>没有强链接约束的任务，已限定不早于文件中的日期开始：{n}</translation>
    </message>
    <message>
      <source>Tasks that only the status date holds back, written as “start no earlier than”: {n}</source>
      <translation>仅受状态日期限制的任务，写为“不得早于…开始”：{n} 个</translation>
    </message>
    <message>
      <source>Tasks whose dates differ from those that the imported file recorded: {n}</source>
      <translation>日期与导入文件记录不同的任务：{n} 个</translation>
    </message>
    <message>
      <source>Tasks whose finish holds nothing</source>
      <translation>完成时间悬空的任务</translation>
    </message>
    <message>
      <source>Tasks whose number another one has, kept without their links to it: {n}</source>
      <translation>编号与其他任务重复的任务，已保留但不含指向它的链接：{n}</translation>
    </message>
    <message>
      <source>Tasks whose start nothing holds</source>
      <translation>开始时间悬空的任务</translation>
    </message>
    <message>
      <source>Tasks with a hard constraint</source>
      <translation>带硬性限制的任务</translation>
    </message>
    <message>
      <source>Tasks with a long duration</source>
      <translation>工期过长的任务</translation>
    </message>
    <message>
      <source>Tasks with a number that another one has; links go to the first: {n}</source>
      <translation>编号与其他任务重复的任务，链接归第一个：{n} 个</translation>
    </message>
    <message>
      <source>Tasks with an owner, a deliverable, three estimates, external dates or level of effort, written without: {n}</source>
      <translation>设有负责人、交付物、三点估算、外部日期或支持性工作的任务，写出时不含这些内容：{n} 个</translation>
    </message>
    <message>
      <source>Tasks with invalid dates</source>
      <translation>日期无效的任务</translation>
    </message>
    <message>
      <source>Tasks with much total float</source>
      <translation>总浮动时间过大的任务</translation>
    </message>
    <message>
      <source>Tasks with negative float</source>
      <translation>负浮动时间的任务</translation>
    </message>
    <message>
      <source>Tasks with progress but no actual dates, taken as done when planned: {n}</source>
      <translation>有进度但没有实际日期的任务，视为按计划完成：{n} 个</translation>
    </message>
    <message>
      <source>Tasks without a duration; it is taken from their work or their dates: {n}</source>
      <translation>没有工期的任务，按其工时或起止日期推算：{n}</translation>
    </message>
    <message>
      <source>Tasks without a name, named after their number: {n}</source>
      <translation>没有名称的任务，已按编号命名：{n}</translation>
    </message>
    <message>
      <source>Tasks without a name: {n}</source>
      <translation>没有名称的任务：{n} 个</translation>
    </message>
    <message>
      <source>Tasks without a predecessor, held at the start date in the table: {n}</source>
      <translation>没有前置任务、按表中开始日期固定的任务：{n}</translation>
    </message>
    <message>
      <source>Tasks without a start that can be read, placed by their links: {n}</source>
      <translation>开始日期无法识别的任务，按链接排定：{n}</translation>
    </message>
    <message>
      <source>Tasks without predecessor or successor</source>
      <translation>缺少前置或后续任务的任务</translation>
    </message>
    <message>
      <source>Tasks without resources or cost</source>
      <translation>没有资源也没有成本的任务</translation>
    </message>
    <message>
      <source>Tasks {parts}.</source>
      <translation>任务：{parts}。</translation>
    </message>
    <message>
      <source>Tasks, added to this project</source>
      <translation>任务，添加到本项目</translation>
    </message>
    <message>
      <source>Tasks, as a new project</source>
      <translation>任务，建为新项目</translation>
    </message>
    <message>
      <source>Tasks: {n}</source>
      <translation>任务：{n} 个</translation>
    </message>
    <message>
      <source>Tasks: {n}. They follow their links.</source>
      <translation>{n} 项任务随链接安排。</translation>
    </message>
    <message>
      <source>Tax ID</source>
      <translation>税号</translation>
    </message>
    <message>
      <source>Team</source>
      <translation>团队</translation>
    </message>
    <message>
      <source>Technical</source>
      <translation>技术</translation>
    </message>
    <message>
      <source>Template: {name}</source>
      <translation>模板：{name}</translation>
    </message>
    <message>
      <source>Text at bars</source>
      <translation>条形旁的文字</translation>
    </message>
    <message>
      <source>Text size</source>
      <translation>文字大小</translation>
    </message>
    <message>
      <source>Text size; click for the normal one</source>
      <translation>文字大小，点击恢复标准大小</translation>
    </message>
    <message>
      <source>Texts cut, because a cell holds 32,767 characters: {n}</source>
      <translation>因单元格最多容纳 32,767 个字符而截断的文本：{n}</translation>
    </message>
    <message>
      <source>Texts of more than a million characters, left empty: {n}</source>
      <translation>超过一百万字符的文本，留空：{n} 处</translation>
    </message>
    <message>
      <source>That is little: in this project a float of up to {float} counts as near-critical.</source>
      <translation>余量不多：在本项目中，浮动时间不超过 {float}即视为近关键任务。</translation>
    </message>
    <message>
      <source>The account of reading “{name}” was kept on the computer that read it.</source>
      <translation>读入“{name}”的详细说明保存在当时读入的电脑上。</translation>
    </message>
    <message>
      <source>The actual work of “{task}” is what its resources have done. Nothing was changed; enter it with them in the details, or enter the progress of the task.</source>
      <translation>“{task}”的实际工时由其资源完成的工时得出。未作任何更改；请在详细信息中按资源填写，或填写任务进度。</translation>
    </message>
    <message>
      <source>The calendar already works on these days as the list says.</source>
      <translation>日历在这些日子的安排与清单一致，不需要改动。</translation>
    </message>
    <message>
      <source>The calendar “{calendar}” has no working time. Nothing was changed; add working hours.</source>
      <translation>日历“{calendar}”没有工作时间。未作任何更改，请添加工作时间。</translation>
    </message>
    <message>
      <source>The calendar “{calendar}” has no working time; the standard week is used instead.</source>
      <translation>日历“{calendar}”没有工作时间，已改用标准工作周。</translation>
    </message>
    <message>
      <source>The calendar “{calendar}” holds the recurrence “{value}”, which is not understood; it is left out.</source>
      <translation>日历“{calendar}”中的重复规则“{value}”无法识别，未予采用。</translation>
    </message>
    <message>
      <source>The calendar “{calendar}” holds “{value}”, which is not working time; it counts as off.</source>
      <translation>日历“{calendar}”中的“{value}”不是有效的工作时间，按休息处理。</translation>
    </message>
    <message>
      <source>The calendar “{calendar}” is derived from itself; its own week alone is used.</source>
      <translation>日历“{calendar}”派生自其自身，只采用它本身的工作周。</translation>
    </message>
    <message>
      <source>The calendar “{calendar}” would be derived from itself. Nothing was changed.</source>
      <translation>日历“{calendar}”会派生自自己。未作任何更改。</translation>
    </message>
    <message>
      <source>The calendar “{name}” has an older list of holidays than this program ({version}). No date has been moved.</source>
      <translation>日历“{name}”的节假日比本程序自带的（{version}）旧。尚未改动任何日期。</translation>
    </message>
    <message>
      <source>The cells, as they will be pasted</source>
      <translation>将要粘贴的单元格</translation>
    </message>
    <message>
      <source>The change is being stored …</source>
      <translation>正在保存更改…</translation>
    </message>
    <message>
      <source>The change is being worked out …</source>
      <translation>正在计算更改…</translation>
    </message>
    <message>
      <source>The chart as PNG or SVG, with the columns of the grid. What of it and how large is asked next.</source>
      <translation>将图表导出为 PNG 或 SVG，可包含表格的列。下一步选择范围和大小。</translation>
    </message>
    <message>
      <source>The chart as a picture</source>
      <translation>图表另存为图片</translation>
    </message>
    <message>
      <source>The chart as a picture…</source>
      <translation>图表另存为图片…</translation>
    </message>
    <message>
      <source>The client has seen all of these before.</source>
      <translation>这些内容客户以前都看过。</translation>
    </message>
    <message>
      <source>The client may see it, except for its private and internal fields</source>
      <translation>客户可见，其中的私密和内部字段除外</translation>
    </message>
    <message>
      <source>The client may see this entry and its promises</source>
      <translation>客户可以看到这条记录及其中的承诺</translation>
    </message>
    <message>
      <source>The client's</source>
      <translation>客户方</translation>
    </message>
    <message>
      <source>The column becomes as wide as its text</source>
      <translation>列宽与内容相适应</translation>
    </message>
    <message>
      <source>The column moves, or becomes wider</source>
      <translation>移动该列，或调整列宽</translation>
    </message>
    <message>
      <source>The comparison was stopped. Choose again to begin it anew.</source>
      <translation>比较已停止。重新选择即可再次比较。</translation>
    </message>
    <message>
      <source>The cost performance that is needed from now on to keep the budget.</source>
      <translation>要守住预算，今后必须达到的成本绩效。</translation>
    </message>
    <message>
      <source>The damaged file is kept: {path}</source>
      <translation>损坏的文件已保留：{path}</translation>
    </message>
    <message>
      <source>The data date is kept as the end of its day.</source>
      <translation>数据日期按当天结束保存。</translation>
    </message>
    <message>
      <source>The data date, a morning, is kept as the end of the day before it, the status date.</source>
      <translation>数据日期是某天早晨，按前一天结束保存为状态日期。</translation>
    </message>
    <message>
      <source>The database library of this computer ignores the safety setting “{what}”, so “{name}” was not opened. Nothing was changed; reinstall Pilotage.</source>
      <translation>本机的数据库组件没有执行安全设置“{what}”，因此没有打开“{name}”。没有改动任何内容；请重新安装领航。</translation>
    </message>
    <message>
      <source>The date of the constraint.</source>
      <translation>限制所指的日期。</translation>
    </message>
    <message>
      <source>The dates are those the plan came with; the first edit that moves a date reckons them anew.</source>
      <translation>日期沿用计划原有的日期；首次移动日期的编辑会重新计算。</translation>
    </message>
    <message>
      <source>The dates can be read in two ways. Please compare them with the preview.</source>
      <translation>这些日期有两种读法，请对照预览确认。</translation>
    </message>
    <message>
      <source>The dates of “{task}” follow from its sub-tasks. Nothing was changed; edit those.</source>
      <translation>“{task}”的日期由其子任务决定。未作任何更改，请修改子任务。</translation>
    </message>
    <message>
      <source>The days in sight</source>
      <translation>当前可见的日期</translation>
    </message>
    <message>
      <source>The details of the task</source>
      <translation>任务的详细信息</translation>
    </message>
    <message>
      <source>The diagram as a file</source>
      <translation>图形另存为文件</translation>
    </message>
    <message>
      <source>The diagram as a file…</source>
      <translation>图形另存为文件…</translation>
    </message>
    <message>
      <source>The disk is full, so “{name}” could not be written. Nothing was changed; make room and try again.</source>
      <translation>磁盘已满，无法写入“{name}”。没有改动任何内容；请腾出空间后重试。</translation>
    </message>
    <message>
      <source>The disk reported an error while “{name}” was being read. Nothing was changed; copy the file to another disk or restore a backup.</source>
      <translation>读取“{name}”时磁盘报错。没有改动任何内容；请将文件复制到其他磁盘，或恢复备份。</translation>
    </message>
    <message>
      <source>The disk reported an error while “{name}” was being written. Nothing was changed; check the disk or choose another folder.</source>
      <translation>写入“{name}”时磁盘报错。没有改动任何内容；请检查磁盘，或选择其他文件夹。</translation>
    </message>
    <message>
      <source>The duration changes</source>
      <translation>更改工期</translation>
    </message>
    <message>
      <source>The duration changes, and the task finishes no earlier than this</source>
      <translation>工期改变，并且任务不得早于此日期完成</translation>
    </message>
    <message>
      <source>The duration changes, and the task must finish on this date, whatever its links say</source>
      <translation>工期改变，并且任务必须在此日期完成，不论链接如何</translation>
    </message>
    <message>
      <source>The duration is still a guess; it shows with a question mark.</source>
      <translation>工期只是估计，显示时带问号。</translation>
    </message>
    <message>
      <source>The earliest finish that what comes before allows.</source>
      <translation>前置条件所允许的最早完成时间。</translation>
    </message>
    <message>
      <source>The earliest start that what comes before allows.</source>
      <translation>前置条件所允许的最早开始时间。</translation>
    </message>
    <message>
      <source>The efficiency that the rest needs to keep to the budget; well above 1.1 is seldom reached.</source>
      <translation>要守住预算，剩余工作须达到的效率；明显高于 1.1 时很少能做到。</translation>
    </message>
    <message>
      <source>The file does not name its currency; it is taken from the symbol.</source>
      <translation>文件没有写明币种，按货币符号推定。</translation>
    </message>
    <message>
      <source>The file does not say in which encoding its text is; it was recognised from the text.</source>
      <translation>文件未注明文字编码，已根据文字内容识别。</translation>
    </message>
    <message>
      <source>The file ends before its end mark; what comes after is missing.</source>
      <translation>文件在结束标记之前中断，其后的内容缺失。</translation>
    </message>
    <message>
      <source>The file has no calendar for the project; Monday to Friday, 08:00–12:00 and 13:00–17:00, is used.</source>
      <translation>文件没有项目日历，改用周一至周五 08:00–12:00、13:00–17:00。</translation>
    </message>
    <message>
      <source>The file has no project start; the earliest date in it is used.</source>
      <translation>文件没有项目开始日期，改用其中最早的日期。</translation>
    </message>
    <message>
      <source>The finish cannot lie before the start. Nothing was changed.</source>
      <translation>完成时间不能早于开始时间。未作任何更改。</translation>
    </message>
    <message>
      <source>The finish that was agreed.</source>
      <translation>基准中约定的完成时间。</translation>
    </message>
    <message>
      <source>The first row holds titles, which say where the columns go.</source>
      <translation>首行为标题，各列按标题对应。</translation>
    </message>
    <message>
      <source>The first rows, as they will be read</source>
      <translation>前若干行的读取结果预览</translation>
    </message>
    <message>
      <source>The first {n} are listed.</source>
      <translation>以下列出前 {n} 条。</translation>
    </message>
    <message>
      <source>The folder for “{name}” is not there (any more). Nothing was written; choose another folder.</source>
      <translation>找不到存放“{name}”的文件夹。没有写入任何内容；请选择其他文件夹。</translation>
    </message>
    <message>
      <source>The folder of “{name}” cannot be written to, so it is open for reading only. Save a copy to edit it.</source>
      <translation>“{name}”所在的文件夹不可写入，已以只读方式打开。如需编辑，请另存副本。</translation>
    </message>
    <message>
      <source>The last column of the table has no place here.</source>
      <translation>表格的最后 1 列在此处没有位置。</translation>
    </message>
    <message>
      <source>The last day lies before the first one.</source>
      <translation>最后一天早于第一天。</translation>
    </message>
    <message>
      <source>The last day lies before the first.</source>
      <translation>结束日期早于开始日期。</translation>
    </message>
    <message>
      <source>The last report ({date})</source>
      <translation>上次报告（{date}）</translation>
    </message>
    <message>
      <source>The last {n} columns of the table have no place here.</source>
      <translation>表格的最后 {n} 列在此处没有位置。</translation>
    </message>
    <message>
      <source>The last {n} steps are listed.</source>
      <translation>仅列出最近 {n} 步。</translation>
    </message>
    <message>
      <source>The latest finish that does not delay the project.</source>
      <translation>不影响项目完成的最晚完成时间。</translation>
    </message>
    <message>
      <source>The latest start that does not delay the project.</source>
      <translation>不影响项目完成的最晚开始时间。</translation>
    </message>
    <message>
      <source>The limit for critical tasks is written in whole days.</source>
      <translation>关键任务的界限按整天写出。</translation>
    </message>
    <message>
      <source>The link from “{task}” allows that no earlier than {date}.</source>
      <translation>受“{task}”的链接约束，最早只能在 {date}。</translation>
    </message>
    <message>
      <source>The module of this name will be replaced.</source>
      <translation>同名模块将被替换。</translation>
    </message>
    <message>
      <source>The newest</source>
      <comment>baseline</comment>
      <translation>最新的基准</translation>
    </message>
    <message>
      <source>The newest one</source>
      <translation>最新的基准</translation>
    </message>
    <message>
      <source>The number in a cell is probability times impact. An arrow leads to what the response leaves.</source>
      <translation>格内数字为概率乘以影响，箭头指向应对之后的残余风险。</translation>
    </message>
    <message>
      <source>The organisation that this project is run for.</source>
      <translation>本项目所服务的单位。</translation>
    </message>
    <message>
      <source>The part moves; where two parts meet they are one</source>
      <translation>移动该段；两段相接即合为一段</translation>
    </message>
    <message>
      <source>The picture could not be made.</source>
      <translation>无法生成图片。</translation>
    </message>
    <message>
      <source>The picture is being made</source>
      <translation>正在生成图片</translation>
    </message>
    <message>
      <source>The picture would be {width} × {height} dots, which few programs can open. Nothing was written; choose a smaller magnification, what is in sight, or SVG.</source>
      <translation>图片将达到 {width} × {height} 像素，很少有程序能够打开。未写入任何内容；请选择较小的放大倍数、仅当前可见部分，或改用 SVG。</translation>
    </message>
    <message>
      <source>The place in the work breakdown. A code of your own may replace the counted one.</source>
      <translation>任务在工作分解结构中的位置；可用自定编码代替自动编码。</translation>
    </message>
    <message>
      <source>The plan and every register, one sheet each.</source>
      <translation>计划和全部登记册，各占一个工作表。</translation>
    </message>
    <message>
      <source>The plan as agreed, kept unchanged, so that variance can be told.</source>
      <translation>经双方同意、保持不变的计划，用来衡量偏差。</translation>
    </message>
    <message>
      <source>The plan costs {amount} less.</source>
      <translation>计划成本减少 {amount}。</translation>
    </message>
    <message>
      <source>The plan costs {amount} more.</source>
      <translation>计划成本增加 {amount}。</translation>
    </message>
    <message>
      <source>The plan could not be printed.</source>
      <translation>无法打印计划。</translation>
    </message>
    <message>
      <source>The plan finishes on {now}, as in “{name}”.</source>
      <translation>计划于 {now} 完成，与“{name}”一致。</translation>
    </message>
    <message>
      <source>The plan finishes on {now}, {days} earlier than in “{name}” ({then}).</source>
      <translation>计划于 {now} 完成，比“{name}”（{then}）早 {days}。</translation>
    </message>
    <message>
      <source>The plan finishes on {now}, {days} later than in “{name}” ({then}).</source>
      <translation>计划于 {now} 完成，比“{name}”（{then}）晚 {days}。</translation>
    </message>
    <message>
      <source>The plan has been changed in the meantime. Nothing was changed; please try again.</source>
      <translation>计划在此期间已被修改。未做任何更改，请重试。</translation>
    </message>
    <message>
      <source>The plan has dates before 1984 or after 2149, which Project cannot show.</source>
      <translation>计划中有 1984 年以前或 2149 年以后的日期，Project 无法显示。</translation>
    </message>
    <message>
      <source>The plan has no task yet.</source>
      <translation>计划中还没有任务。</translation>
    </message>
    <message>
      <source>The plan has no tasks yet.</source>
      <translation>计划中还没有任务。</translation>
    </message>
    <message>
      <source>The plan is being printed</source>
      <translation>正在生成打印页面</translation>
    </message>
    <message>
      <source>The plan was not printed. Choose anything on the left to print it.</source>
      <translation>计划尚未打印。在左侧更改任意选项即可重新生成。</translation>
    </message>
    <message>
      <source>The plan was written to “{name}”. What the other format has no place for is listed here.</source>
      <translation>计划已写入“{name}”。对方格式无法容纳的内容列在下面。</translation>
    </message>
    <message>
      <source>The plan with links, calendars, resources and baselines.</source>
      <translation>整份计划，含依赖关系、日历、资源和基准。</translation>
    </message>
    <message>
      <source>The printer could not be reached. Nothing was printed.</source>
      <translation>无法连接打印机。未打印任何内容。</translation>
    </message>
    <message>
      <source>The program</source>
      <translation>程序</translation>
    </message>
    <message>
      <source>The program made a mistake</source>
      <translation>程序出错了</translation>
    </message>
    <message>
      <source>The program's own folder</source>
      <translation>程序自带的文件夹</translation>
    </message>
    <message>
      <source>The progress of “{task}” follows from its sub-tasks. Nothing was changed; edit those.</source>
      <translation>“{task}”的进度由其子任务决定。未作任何更改；请修改子任务。</translation>
    </message>
    <message>
      <source>The project finishes on {after} instead of {before} ({shift}).</source>
      <translation>项目完成日期由 {before} 变为 {after}（{shift}）。</translation>
    </message>
    <message>
      <source>The project finishes on {after}, as before.</source>
      <translation>项目完成日期仍为 {after}。</translation>
    </message>
    <message>
      <source>The project finishes on {date} instead of {old}, {n} day later.</source>
      <translation>项目完成日期由 {old} 变为 {date}，推迟 {n} 天。</translation>
    </message>
    <message>
      <source>The project finishes on {date} instead of {old}, {n} day sooner.</source>
      <translation>项目完成日期由 {old} 变为 {date}，提前 {n} 天。</translation>
    </message>
    <message>
      <source>The project finishes on {date} instead of {old}, {n} days later.</source>
      <translation>项目完成日期由 {old} 变为 {date}，推迟 {n} 天。</translation>
    </message>
    <message>
      <source>The project finishes on {date} instead of {old}, {n} days sooner.</source>
      <translation>项目完成日期由 {old} 变为 {date}，提前 {n} 天。</translation>
    </message>
    <message>
      <source>The project finishes on {date} still, at another time of the day.</source>
      <translation>项目仍在 {date} 完成，只是当天的时刻不同。</translation>
    </message>
    <message>
      <source>The project has no calendar yet. Add one on the page “Calendars” first.</source>
      <translation>项目还没有日历。请先在“日历”页面中添加。</translation>
    </message>
    <message>
      <source>The project has no start date; the earliest date in the plan is used.</source>
      <translation>项目没有开始日期，已采用计划中最早的日期。</translation>
    </message>
    <message>
      <source>The project has no status date, so the figures are as of today.</source>
      <translation>项目未设状态日期，指标按今天计算。</translation>
    </message>
    <message>
      <source>The project has no status date. Nothing was changed; set one first: Chart › Status date.</source>
      <translation>项目尚未设定状态日期。未作任何更改；请先设定：图表 › 状态日期。</translation>
    </message>
    <message>
      <source>The project is scheduled from its finish: it lies as late as what follows it allows.</source>
      <translation>项目从完成日期倒排：它排在后续任务允许的最晚时间。</translation>
    </message>
    <message>
      <source>The project still finishes on {date}.</source>
      <translation>项目仍在 {date} 完成。</translation>
    </message>
    <message>
      <source>The reckoning was stopped; an edit or F9 begins it again.</source>
      <translation>计算已停止；修改计划或按 F9 重新计算。</translation>
    </message>
    <message>
      <source>The record of the same name</source>
      <translation>名称相同的记录</translation>
    </message>
    <message>
      <source>The record of the same number</source>
      <translation>编号相同的记录</translation>
    </message>
    <message>
      <source>The report could not be printed.</source>
      <translation>报告未能生成。</translation>
    </message>
    <message>
      <source>The report is being printed</source>
      <translation>正在生成报告</translation>
    </message>
    <message>
      <source>The report was called off. Nothing was written.</source>
      <translation>报告已取消，未写出任何内容。</translation>
    </message>
    <message>
      <source>The report was not printed. Press F9 to print it.</source>
      <translation>报告尚未生成。按 F9 重新生成。</translation>
    </message>
    <message>
      <source>The risks, issues or actions that it stands for</source>
      <translation>打开它代表的风险、问题或行动项</translation>
    </message>
    <message>
      <source>The row changes the same record as row {line}, and is left out.</source>
      <translation>该行与第 {line} 行修改同一条记录，已略过。</translation>
    </message>
    <message>
      <source>The row moves; sideways says at which level, Ctrl keeps to that</source>
      <translation>移动任务行，左右决定大纲级别；按住 Ctrl 只移动行</translation>
    </message>
    <message>
      <source>The rows are grouped, so their order is not that of the plan. Nothing was moved.</source>
      <translation>各行已分组，顺序与计划不同，因此未移动任何任务。</translation>
    </message>
    <message>
      <source>The rows are sorted, so their order is not that of the plan. Nothing was moved.</source>
      <translation>各行已排序，顺序与计划不同，因此未移动任何任务。</translation>
    </message>
    <message>
      <source>The rows that are touched are selected</source>
      <translation>选中经过的行</translation>
    </message>
    <message>
      <source>The sample project is missing from this installation. Nothing was done; install Pilotage again.</source>
      <translation>安装中缺少示例项目，未执行任何操作；请重新安装 Pilotage。</translation>
    </message>
    <message>
      <source>The schedule was calculated with {n} finding.</source>
      <translation>排程时发现 {n} 个问题。</translation>
    </message>
    <message>
      <source>The schedule was calculated with {n} findings.</source>
      <translation>排程时发现 {n} 个问题。</translation>
    </message>
    <message>
      <source>The search was stopped; there may be more.</source>
      <translation>查找已停止，可能还有其他调整。</translation>
    </message>
    <message>
      <source>The self-test failed: {what}. Install Pilotage again.</source>
      <translation>自检未通过：{what}。请重新安装 Pilotage。</translation>
    </message>
    <message>
      <source>The series goes on; Ctrl copies</source>
      <translation>按序列填充；按住 Ctrl 为复制</translation>
    </message>
    <message>
      <source>The settings cannot be read now, so Pilotage starts with its standard ones and leaves the file as it is. Your projects are not affected.</source>
      <translation>目前无法读取设置，领航以默认设置启动，并保持设置文件原样。您的项目不受影响。</translation>
    </message>
    <message>
      <source>The settings were damaged, so Pilotage starts with its standard ones. Your projects are not affected.</source>
      <translation>设置文件已损坏，领航以默认设置启动。您的项目不受影响。</translation>
    </message>
    <message>
      <source>The start that was agreed.</source>
      <translation>基准中约定的开始时间。</translation>
    </message>
    <message>
      <source>The status date is kept without its time of day.</source>
      <translation>状态日期只保留到天。</translation>
    </message>
    <message>
      <source>The stronger the colour, the less is left. ▲ and hatching: too much at once.</source>
      <translation>颜色越深，剩余越少。▲ 与斜纹：同一时间超出可用量。</translation>
    </message>
    <message>
      <source>The task keeps its constraint date even where its links say otherwise.</source>
      <translation>即使与链接冲突，任务也固定在限制日期。</translation>
    </message>
    <message>
      <source>The task moves in time; Shift keeps to that, Alt lets no line draw it</source>
      <translation>任务在时间上移动；按住 Shift 只左右移动，按住 Alt 不吸附</translation>
    </message>
    <message>
      <source>The tasks are linked; the two ends say the type</source>
      <translation>链接两项任务，两端决定链接类型</translation>
    </message>
    <message>
      <source>The tasks of the outline</source>
      <translation>大纲中的任务</translation>
    </message>
    <message>
      <source>The text for “{field}” contains characters that cannot be stored. Nothing was changed.</source>
      <translation>“{field}”的文字含有无法保存的字符。未作任何更改。</translation>
    </message>
    <message>
      <source>The text for “{field}” is longer than {limit} characters. Nothing was changed.</source>
      <translation>“{field}”的文字超过 {limit} 个字符。未作任何更改。</translation>
    </message>
    <message>
      <source>The view of this name will be replaced.</source>
      <translation>将替换同名视图。</translation>
    </message>
    <message>
      <source>The view “{name}” was deleted.</source>
      <translation>已删除视图“{name}”。</translation>
    </message>
    <message>
      <source>The whole chart</source>
      <translation>整个图表</translation>
    </message>
    <message>
      <source>The whole plan</source>
      <translation>整个计划</translation>
    </message>
    <message>
      <source>The work of the project, broken down until it can be planned and checked.</source>
      <translation>项目的全部工作，逐层分解到可以计划和检查为止。</translation>
    </message>
    <message>
      <source>The working time by which the task is really planned.</source>
      <translation>任务实际据以排程的工作时间。</translation>
    </message>
    <message>
      <source>Then by this column</source>
      <translation>再按此列排序</translation>
    </message>
    <message>
      <source>There (h)</source>
      <translation>可用（小时）</translation>
    </message>
    <message>
      <source>There is already a file named “{name}”. Nothing was changed; choose another name.</source>
      <translation>已存在名为“{name}”的文件。没有改动任何内容；请换一个名称。</translation>
    </message>
    <message>
      <source>There is already a file named “{name}”. Nothing was written; add --overwrite to replace it.</source>
      <translation>已有名为“{name}”的文件，未写出任何内容；要替换它请加 --overwrite。</translation>
    </message>
    <message>
      <source>There is already a file of this name. Choose another name.</source>
      <translation>已有同名文件，请换一个名称。</translation>
    </message>
    <message>
      <source>There is no baseline yet</source>
      <translation>还没有基准</translation>
    </message>
    <message>
      <source>There is no baseline yet, so there is nothing to compare with. Capture one in the plan.</source>
      <translation>还没有基准，无从比较。请先在计划中保存基准。</translation>
    </message>
    <message>
      <source>There is no baseline “{name}”. Nothing was done; there are: {known}.</source>
      <translation>没有名为“{name}”的基准，未做任何操作。现有基准：{known}。</translation>
    </message>
    <message>
      <source>There is no copy yet. One is made before the first edit after opening, and with every restore point.</source>
      <translation>还没有副本。打开后第一次修改之前，以及每次建立还原点时，都会生成一份。</translation>
    </message>
    <message>
      <source>There is no other overload in that direction.</source>
      <translation>该方向没有其他过度分配。</translation>
    </message>
    <message>
      <source>There is no plan yet.</source>
      <translation>还没有计划。</translation>
    </message>
    <message>
      <source>There is no report “{value}”. Nothing was written; the reports are: {known}.</source>
      <translation>没有名为“{value}”的报告，未写出任何内容；可用的报告有：{known}。</translation>
    </message>
    <message>
      <source>There is no resource named {names}. Nothing was changed; add it or correct the name.</source>
      <translation>没有名为{names}的资源。未作任何更改；请添加该资源或更正名称。</translation>
    </message>
    <message>
      <source>There is no task with the WBS code or number “{value}”. Nothing was done.</source>
      <translation>没有 WBS 编码或编号为“{value}”的任务。未执行任何操作。</translation>
    </message>
    <message>
      <source>There is no task yet, so there is nothing to keep as a baseline.</source>
      <translation>还没有任务，没有可保存为基准的内容。</translation>
    </message>
    <message>
      <source>There is no task {value}. Nothing was changed.</source>
      <translation>没有任务 {value}。未作任何更改。</translation>
    </message>
    <message>
      <source>There is no text on the clipboard that could be read as an outline. Nothing was changed.</source>
      <translation>剪贴板中没有可识别为大纲的文本。未做任何更改。</translation>
    </message>
    <message>
      <source>There is nothing more to say about it than its name.</source>
      <translation>含义如名称所示，无需另作说明。</translation>
    </message>
    <message>
      <source>There is nothing on the clipboard that could be pasted here. Nothing was changed.</source>
      <translation>剪贴板中没有可粘贴到此处的内容。未做任何更改。</translation>
    </message>
    <message>
      <source>There is nothing to redo.</source>
      <translation>没有可重做的操作。</translation>
    </message>
    <message>
      <source>There is nothing to undo.</source>
      <translation>没有可撤销的操作。</translation>
    </message>
    <message>
      <source>These tasks wait for each other in a circle: {tasks}. The newest link of it is left out.</source>
      <translation>这些任务的链接形成循环：{tasks}。计算时略去其中最新的一条链接。</translation>
    </message>
    <message>
      <source>These tasks would wait for each other in a circle: {tasks}. Nothing was changed.</source>
      <translation>这些任务会循环等待：{tasks}。未作任何更改。</translation>
    </message>
    <message>
      <source>They move; sideways says at which level</source>
      <translation>移动这些行，左右决定大纲级别</translation>
    </message>
    <message>
      <source>Third parties'</source>
      <translation>第三方</translation>
    </message>
    <message>
      <source>Third party</source>
      <translation>第三方</translation>
    </message>
    <message>
      <source>This cannot be changed in a workshop. Nothing was changed; please do it afterwards.</source>
      <translation>此项不能在研讨会中更改。未作任何更改，请会后处理。</translation>
    </message>
    <message>
      <source>This computer knows no printer. Save the pages as PDF to print them elsewhere.</source>
      <translation>这台计算机上没有打印机。请将页面另存为 PDF，再到别处打印。</translation>
    </message>
    <message>
      <source>This edit contains something that cannot be stored ({what}). Nothing was changed.</source>
      <translation>本次修改含有无法保存的内容（{what}）。没有改动任何内容。</translation>
    </message>
    <message>
      <source>This file is damaged: something in it differs from what was written. Your backups are safe; please go back to one of them.</source>
      <translation>此文件已损坏：其中有内容与写入时不同。您的备份是安全的，请恢复到其中一份。</translation>
    </message>
    <message>
      <source>This folder does not exist. Choose another one.</source>
      <translation>此文件夹不存在，请另选一个。</translation>
    </message>
    <message>
      <source>This is a working copy of the sample project: change in it whatever you like.</source>
      <translation>这是示例项目的工作副本，可以随意修改。</translation>
    </message>
    <message>
      <source>This item is no longer in the project. Nothing was changed.</source>
      <translation>此项已不在项目中。未作任何更改。</translation>
    </message>
    <message>
      <source>This name is taken by a view that comes with Pilotage.</source>
      <translation>此名称已用于领航自带的视图。</translation>
    </message>
    <message>
      <source>This pattern cannot be followed. Nothing was changed; choose it again.</source>
      <translation>无法按此规律安排。未作任何更改；请重新选择。</translation>
    </message>
    <message>
      <source>This pattern falls on more than {limit} days. Nothing was changed; choose an earlier end.</source>
      <translation>按此规律会超过 {limit} 次。未作任何更改；请选择更早的结束日期。</translation>
    </message>
    <message>
      <source>This pattern falls on no day. Nothing was changed; choose other days or a later end.</source>
      <translation>按此规律没有任何一天符合。未作任何更改；请选择其他日子或更晚的结束日期。</translation>
    </message>
    <message>
      <source>This plan shows dates stored by another program. Levelling goes by calculated ones.</source>
      <translation>此计划显示的是其他程序保存的日期；资源平衡按计算出的日期进行。</translation>
    </message>
    <message>
      <source>This project is not marked as visible to the client, so nothing was written. Set the project's visibility to “Client”, or choose the team as audience.</source>
      <translation>本项目未标记为客户可见，因此没有写出任何内容。请把项目的可见范围设为“客户”，或把读者改为团队。</translation>
    </message>
    <message>
      <source>This project is not marked as visible to the client. Set its visibility to “Client” first.</source>
      <translation>此项目未标记为客户可见。请先把项目的可见范围设为“客户”。</translation>
    </message>
    <message>
      <source>This project is open for reading only. Nothing was changed; save a copy to edit it.</source>
      <translation>此项目以只读方式打开。未作任何更改；如需编辑请另存副本。</translation>
    </message>
    <message>
      <source>This project was not read from a file of another program.</source>
      <translation>本项目不是从其他程序的文件读入的。</translation>
    </message>
    <message>
      <source>This strategy does not fit the kind of risk. Nothing was changed; choose another one.</source>
      <translation>此策略与风险类型不符。未作任何更改，请另选策略。</translation>
    </message>
    <message>
      <source>Threat</source>
      <translation>威胁</translation>
    </message>
    <message>
      <source>Threats</source>
      <translation>威胁</translation>
    </message>
    <message>
      <source>Thresholds, not read: {n}</source>
      <translation>临界值，未读取：{n}</translation>
    </message>
    <message>
      <source>Thu</source>
      <translation>周四</translation>
    </message>
    <message>
      <source>Thursday</source>
      <translation>星期四</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>时间</translation>
    </message>
    <message>
      <source>Time and materials</source>
      <translation>工时计费</translation>
    </message>
    <message>
      <source>Time is up</source>
      <translation>时间到</translation>
    </message>
    <message>
      <source>Time scale</source>
      <translation>时间刻度</translation>
    </message>
    <message>
      <source>Timeline of contacts and meetings</source>
      <translation>联系与会议时间线</translation>
    </message>
    <message>
      <source>Timer</source>
      <translation>计时</translation>
    </message>
    <message>
      <source>Times re-dated</source>
      <translation>改期次数</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>标题</translation>
    </message>
    <message>
      <source>To be decided</source>
      <translation>待决事项</translation>
    </message>
    <message>
      <source>To-complete performance index (TCPI)</source>
      <translation>完工尚需绩效指数（TCPI）</translation>
    </message>
    <message>
      <source>To: {task} ({end})</source>
      <translation>到：{task}（{end}）</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>今天</translation>
    </message>
    <message>
      <source>Today {weekday}</source>
      <translation>今天 {weekday}</translation>
    </message>
    <message>
      <source>Tolerance: cost</source>
      <translation>容许偏差：成本</translation>
    </message>
    <message>
      <source>Tolerance: quality</source>
      <translation>容许偏差：质量</translation>
    </message>
    <message>
      <source>Tolerance: scope</source>
      <translation>容许偏差：范围</translation>
    </message>
    <message>
      <source>Tolerance: time</source>
      <translation>容许偏差：时间</translation>
    </message>
    <message>
      <source>Tolerances</source>
      <translation>容许偏差</translation>
    </message>
    <message>
      <source>Tone</source>
      <translation>氛围</translation>
    </message>
    <message>
      <source>Too much (h)</source>
      <translation>超出（小时）</translation>
    </message>
    <message>
      <source>Tool bar</source>
      <translation>工具栏</translation>
    </message>
    <message>
      <source>Top level of the outline</source>
      <translation>大纲第一级</translation>
    </message>
    <message>
      <source>Top risks and issues</source>
      <translation>主要风险与问题</translation>
    </message>
    <message>
      <source>Topic</source>
      <translation>议题</translation>
    </message>
    <message>
      <source>Total float</source>
      <translation>总浮动时间</translation>
    </message>
    <message>
      <source>Total float (days)</source>
      <translation>总浮动时间（天）</translation>
    </message>
    <message>
      <source>Total float is</source>
      <translation>总浮动时间取</translation>
    </message>
    <message>
      <source>Total float that is not free: using it delays other tasks, but not the project.</source>
      <translation>总浮动时间中不属于自由浮动的部分：动用它会推迟其他任务，但不影响项目。</translation>
    </message>
    <message>
      <source>Total float, every open end for itself</source>
      <translation>总浮动时间（各路径分别计算）</translation>
    </message>
    <message>
      <source>Total float: {duration}</source>
      <translation>总浮动时间：{duration}</translation>
    </message>
    <message>
      <source>Touch screen</source>
      <translation>触摸屏</translation>
    </message>
    <message>
      <source>Tracking</source>
      <comment>view</comment>
      <translation>跟踪</translation>
    </message>
    <message>
      <source>Traditional Chinese (Big5)</source>
      <translation>繁体中文（Big5）</translation>
    </message>
    <message>
      <source>Trail and confirmation</source>
      <translation>沿革与确认</translation>
    </message>
    <message>
      <source>Transfer</source>
      <translation>转移</translation>
    </message>
    <message>
      <source>Trigger condition</source>
      <translation>触发条件</translation>
    </message>
    <message>
      <source>Trigger date</source>
      <translation>触发日期</translation>
    </message>
    <message>
      <source>Try something out (what-if)</source>
      <translation>尝试方案（假设分析）</translation>
    </message>
    <message>
      <source>Trying it on a copy of the plan …</source>
      <translation>正在计划副本上试算…</translation>
    </message>
    <message>
      <source>Trying something out, {n} step: {effect}</source>
      <translation>尝试方案，{n} 步：{effect}</translation>
    </message>
    <message>
      <source>Trying something out, {n} steps: {effect}</source>
      <translation>尝试方案，{n} 步：{effect}</translation>
    </message>
    <message>
      <source>Trying something out: change what you like, then keep or discard all of it.</source>
      <translation>尝试方案：可随意修改，之后整体保留或放弃。</translation>
    </message>
    <message>
      <source>Tue</source>
      <translation>周二</translation>
    </message>
    <message>
      <source>Tuesday</source>
      <translation>星期二</translation>
    </message>
    <message>
      <source>Turtle</source>
      <comment>work contour</comment>
      <translation>中央加重钟形分布</translation>
    </message>
    <message>
      <source>Two fingers apart or together</source>
      <translation>双指张开或捏合</translation>
    </message>
    <message>
      <source>Type</source>
      <translation>类型</translation>
    </message>
    <message>
      <source>Type a name</source>
      <translation>输入姓名</translation>
    </message>
    <message>
      <source>Type a name or number</source>
      <translation>输入名称或编号</translation>
    </message>
    <message>
      <source>Type a part of what you want to do</source>
      <translation>输入想做的事，写几个字即可</translation>
    </message>
    <message>
      <source>Type and lag of a link…</source>
      <translation>链接的类型和滞后量…</translation>
    </message>
    <message>
      <source>Type and lag…</source>
      <translation>类型和滞后量…</translation>
    </message>
    <message>
      <source>Unaware</source>
      <translation>不知晓</translation>
    </message>
    <message>
      <source>Unchanged</source>
      <translation>无变化</translation>
    </message>
    <message>
      <source>Unchanged: {n}</source>
      <translation>无变化：{n}</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>撤销</translation>
    </message>
    <message>
      <source>Undo history</source>
      <translation>撤销历史</translation>
    </message>
    <message>
      <source>Undo the workshop</source>
      <translation>撤销研讨会</translation>
    </message>
    <message>
      <source>Undo the workshop {name}</source>
      <translation>撤销研讨会 {name}</translation>
    </message>
    <message>
      <source>Undo the workshop…</source>
      <translation>撤销研讨会…</translation>
    </message>
    <message>
      <source>Undo: {step}</source>
      <translation>撤销：{step}</translation>
    </message>
    <message>
      <source>Undoing it changes {n} record back.</source>
      <translation>撤销后将有 {n} 条记录恢复原状。</translation>
    </message>
    <message>
      <source>Undoing it changes {n} records back.</source>
      <translation>撤销后将有 {n} 条记录恢复原状。</translation>
    </message>
    <message>
      <source>Undone: {step}</source>
      <translation>撤销：{step}</translation>
    </message>
    <message>
      <source>Unfinished work stays where it is</source>
      <translation>未完成的工作保持原位</translation>
    </message>
    <message>
      <source>Unfreeze the columns</source>
      <translation>取消冻结列</translation>
    </message>
    <message>
      <source>Units</source>
      <translation>单位</translation>
    </message>
    <message>
      <source>Unknown</source>
      <translation>未知</translation>
    </message>
    <message>
      <source>Unlike SPI it still tells a delay when everything is done; below 1 is late.</source>
      <translation>与 SPI 不同，全部完成后仍能反映延误；小于 1 表示延误。</translation>
    </message>
    <message>
      <source>Unlink tasks</source>
      <translation>取消链接</translation>
    </message>
    <message>
      <source>Unlink {name}</source>
      <translation>取消“{name}”的链接</translation>
    </message>
    <message>
      <source>Unnamed task {n}</source>
      <translation>未命名任务 {n}</translation>
    </message>
    <message>
      <source>Until</source>
      <translation>止</translation>
    </message>
    <message>
      <source>Until</source>
      <comment>period</comment>
      <translation>截至</translation>
    </message>
    <message>
      <source>Until</source>
      <comment>variance</comment>
      <translation>终点</translation>
    </message>
    <message>
      <source>Until when a task that is scheduled by hand was put.</source>
      <translation>手动安排的任务的完成时间。</translation>
    </message>
    <message>
      <source>Until {date} nobody who is assigned to it can work on it.</source>
      <translation>在 {date} 之前，分配给它的资源都没有工作时间。</translation>
    </message>
    <message>
      <source>Until {date} there is no working time in the calendar “{calendar}”.</source>
      <translation>在 {date} 之前，日历“{calendar}”中没有工作时间。</translation>
    </message>
    <message>
      <source>Up to here the task was worked on before it was interrupted.</source>
      <translation>任务中断前做到的时间点。</translation>
    </message>
    <message>
      <source>Upper-case letters: A, B, C</source>
      <translation>大写字母：A、B、C</translation>
    </message>
    <message>
      <source>Urgent</source>
      <translation>紧急</translation>
    </message>
    <message>
      <source>Us</source>
      <translation>我方</translation>
    </message>
    <message>
      <source>Used by: {parts}</source>
      <translation>使用者：{parts}</translation>
    </message>
    <message>
      <source>Used per</source>
      <translation>消耗单位时间</translation>
    </message>
    <message>
      <source>User</source>
      <translation>用户</translation>
    </message>
    <message>
      <source>User-defined fields, not read: {n}</source>
      <translation>用户定义字段，未读取：{n}</translation>
    </message>
    <message>
      <source>Usual hours</source>
      <translation>常用时间</translation>
    </message>
    <message>
      <source>VAC</source>
      <translation>VAC</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>数值</translation>
    </message>
    <message>
      <source>Value</source>
      <comment>filter</comment>
      <translation>值</translation>
    </message>
    <message>
      <source>Value is earned by</source>
      <translation>挣值方法</translation>
    </message>
    <message>
      <source>Values of past periods, not read: {n}</source>
      <translation>过去期间的数值，未读取：{n}</translation>
    </message>
    <message>
      <source>Values outside what is possible, moved to the nearest that is: {n}</source>
      <translation>超出可能范围的值，改为最接近的可用值：{n} 处</translation>
    </message>
    <message>
      <source>Values rounded to whole minutes, per cent or cents: {n}</source>
      <translation>取整到分钟、百分数或分的值：{n} 处</translation>
    </message>
    <message>
      <source>Values that cannot be read, left empty: {n}</source>
      <translation>无法识别的值，已留空：{n}</translation>
    </message>
    <message>
      <source>Values that could not be read, left empty: {n}</source>
      <translation>无法读取、已留空的数值：{n}</translation>
    </message>
    <message>
      <source>Values that do not exist or cannot be read, left empty: {n}</source>
      <translation>不存在或无法读取的值，留空：{n} 处</translation>
    </message>
    <message>
      <source>Variance at completion (VAC = BAC − EAC)</source>
      <translation>完工偏差（VAC = BAC − EAC）</translation>
    </message>
    <message>
      <source>Variance at completion, BAC − EAC.</source>
      <translation>完工偏差 BAC − EAC。</translation>
    </message>
    <message>
      <source>Variance, working days</source>
      <translation>偏差（工作日）</translation>
    </message>
    <message>
      <source>Variances</source>
      <translation>偏差</translation>
    </message>
    <message>
      <source>Verdict</source>
      <translation>结论</translation>
    </message>
    <message>
      <source>Verified</source>
      <translation>已核实</translation>
    </message>
    <message>
      <source>Version</source>
      <translation>版本</translation>
    </message>
    <message>
      <source>Version {version}</source>
      <translation>版本 {version}</translation>
    </message>
    <message>
      <source>Very high</source>
      <translation>很高</translation>
    </message>
    <message>
      <source>Very low</source>
      <translation>很低</translation>
    </message>
    <message>
      <source>Very much float usually means that a link is missing.</source>
      <translation>浮动时间过大，通常说明缺少依赖关系。</translation>
    </message>
    <message>
      <source>Video</source>
      <translation>视频</translation>
    </message>
    <message>
      <source>View: {name}</source>
      <translation>视图：{name}</translation>
    </message>
    <message>
      <source>Views</source>
      <translation>视图</translation>
    </message>
    <message>
      <source>Visibility</source>
      <translation>可见范围</translation>
    </message>
    <message>
      <source>Visible to the client</source>
      <translation>客户可见</translation>
    </message>
    <message>
      <source>W</source>
      <comment>mark of a make-up working day</comment>
      <translation>班</translation>
    </message>
    <message>
      <source>WBS</source>
      <translation>WBS</translation>
    </message>
    <message>
      <source>WBS chart</source>
      <translation>WBS 图</translation>
    </message>
    <message>
      <source>WBS code</source>
      <translation>WBS 编码</translation>
    </message>
    <message>
      <source>WBS codes</source>
      <translation>WBS 编码</translation>
    </message>
    <message>
      <source>WBS codes before and after</source>
      <translation>WBS 编码变更前后对照</translation>
    </message>
    <message>
      <source>WBS codes…</source>
      <translation>WBS 编码…</translation>
    </message>
    <message>
      <source>WBS nodes that lie below themselves, moved to the top: {n}</source>
      <translation>位于自身之下的 WBS 节点，已移到顶层：{n}</translation>
    </message>
    <message>
      <source>WBS nodes without activities, left out: {n}</source>
      <translation>没有作业的 WBS 节点，已略去：{n}</translation>
    </message>
    <message>
      <source>WBS summary activities, read as tasks planned by hand at the recorded dates: {n}</source>
      <translation>WBS 汇总作业，读为按记录日期手动计划的任务：{n}</translation>
    </message>
    <message>
      <source>Watching</source>
      <translation>观察</translation>
    </message>
    <message>
      <source>WeChat</source>
      <translation>微信</translation>
    </message>
    <message>
      <source>Wed</source>
      <translation>周三</translation>
    </message>
    <message>
      <source>Wednesday</source>
      <translation>星期三</translation>
    </message>
    <message>
      <source>Week</source>
      <translation>周</translation>
    </message>
    <message>
      <source>Week</source>
      <comment>period</comment>
      <translation>周</translation>
    </message>
    <message>
      <source>Week {week}, {month} {year}</source>
      <comment>time scale</comment>
      <translation>{year}年{number}月 第{week}周</translation>
    </message>
    <message>
      <source>Weekday</source>
      <translation>星期</translation>
    </message>
    <message>
      <source>Weekly</source>
      <comment>report</comment>
      <translation>周报</translation>
    </message>
    <message>
      <source>Weekly meeting</source>
      <translation>周例会</translation>
    </message>
    <message>
      <source>Weekly pattern</source>
      <translation>每周模式</translation>
    </message>
    <message>
      <source>Weeks</source>
      <comment>time scale</comment>
      <translation>周</translation>
    </message>
    <message>
      <source>Weeks and years</source>
      <translation>周与年度</translation>
    </message>
    <message>
      <source>Weeks begin on</source>
      <translation>每周起始日</translation>
    </message>
    <message>
      <source>Weeks of the project</source>
      <translation>项目周</translation>
    </message>
    <message>
      <source>Western (1252)</source>
      <translation>西欧（1252）</translation>
    </message>
    <message>
      <source>What another project delivers does not let it start before {date}.</source>
      <translation>受其他项目交付的限制，不能早于 {date} 开始。</translation>
    </message>
    <message>
      <source>What can be done with it</source>
      <translation>显示可用的命令</translation>
    </message>
    <message>
      <source>What changed</source>
      <translation>变化</translation>
    </message>
    <message>
      <source>What follows</source>
      <translation>后续</translation>
    </message>
    <message>
      <source>What follows</source>
      <comment>progress</comment>
      <translation>由此得出</translation>
    </message>
    <message>
      <source>What goes out</source>
      <translation>将提供给客户的内容</translation>
    </message>
    <message>
      <source>What has gone wrong and needs an owner, a date and an answer.</source>
      <translation>已经出现、需要责任人、日期和答复的问题。</translation>
    </message>
    <message>
      <source>What has not been done lies after the status date, {date}.</source>
      <translation>尚未完成的工作都排在状态日期 {date} 之后。</translation>
    </message>
    <message>
      <source>What holds it: {tasks}</source>
      <translation>牵制它的任务：{tasks}</translation>
    </message>
    <message>
      <source>What holds the task, and how else it could be held</source>
      <translation>查看任务受什么限定，并可改换方式</translation>
    </message>
    <message>
      <source>What is counted</source>
      <translation>统计内容</translation>
    </message>
    <message>
      <source>What is critical</source>
      <translation>关键程度</translation>
    </message>
    <message>
      <source>What is done by the status date, in its budget.</source>
      <translation>到状态日期已完成工作的预算。</translation>
    </message>
    <message>
      <source>What is done lies before the status date, what is to come lies after it.</source>
      <translation>已完成的应在状态日期之前，未完成的应在状态日期之后。</translation>
    </message>
    <message>
      <source>What is done of “{task}” stays where it was. Nothing was changed.</source>
      <translation>“{task}”已完成的部分不能移动。未作任何更改。</translation>
    </message>
    <message>
      <source>What is in sight</source>
      <translation>当前可见部分</translation>
    </message>
    <message>
      <source>What is it about?</source>
      <translation>简要说明内容</translation>
    </message>
    <message>
      <source>What is on the clipboard is too large. Nothing was changed; import it as a file instead.</source>
      <translation>剪贴板内容过大。未做任何更改，请改为以文件方式导入。</translation>
    </message>
    <message>
      <source>What is shown</source>
      <translation>显示范围</translation>
    </message>
    <message>
      <source>What is special about the task: complete, held by a date, late, noted. A press on a lock, clock or pencil shows what holds it.</source>
      <translation>任务的特殊情况：已完成、受日期限定、逾期、有备注等。单击锁、时钟或铅笔可查看任务受什么限定。</translation>
    </message>
    <message>
      <source>What is still to be spent from the status date on.</source>
      <translation>从状态日期起还需要花费的成本。</translation>
    </message>
    <message>
      <source>What is still to be spent.</source>
      <translation>尚待花费的成本。</translation>
    </message>
    <message>
      <source>What is the team's too, never what is private</source>
      <translation>也含团队可见的内容，但不含私密内容</translation>
    </message>
    <message>
      <source>What is there when the task is done.</source>
      <translation>任务完成时交付的成果。</translation>
    </message>
    <message>
      <source>What is to be looked at later? Enter files it with the issues.</source>
      <translation>哪一点留待会后再议？按 Enter 记入问题清单。</translation>
    </message>
    <message>
      <source>What is wrong, causing what</source>
      <translation>哪里不对，造成了什么</translation>
    </message>
    <message>
      <source>What it is: dates, duration, float, people</source>
      <translation>显示日期、工期、浮动时间和人员</translation>
    </message>
    <message>
      <source>What it says</source>
      <translation>含义</translation>
    </message>
    <message>
      <source>What may happen and matters: because of a cause, an event may happen, leading to an effect.</source>
      <translation>可能发生且要紧的事：由于某原因，可能发生某事件，从而导致某影响。</translation>
    </message>
    <message>
      <source>What nothing leads to, or what leads nowhere, does not move with the plan.</source>
      <translation>没有前置或没有后续的任务，不会随计划变动。</translation>
    </message>
    <message>
      <source>What passes between the two; a lead is negative.</source>
      <translation>两者之间的滞后量；提前量为负数。</translation>
    </message>
    <message>
      <source>What remains</source>
      <translation>仍存在的过度分配</translation>
    </message>
    <message>
      <source>What remains ({n})</source>
      <translation>仍存在的过度分配（{n}）</translation>
    </message>
    <message>
      <source>What remains goes on after the status date, {date}.</source>
      <translation>剩余工作在状态日期 {date} 之后继续。</translation>
    </message>
    <message>
      <source>What takes very long shows a delay late; smaller tasks can be measured.</source>
      <translation>工期太长的任务很晚才显出延误；拆小后便于衡量。</translation>
    </message>
    <message>
      <source>What the baseline allows for all of the plan.</source>
      <translation>基准为整个计划安排的预算。</translation>
    </message>
    <message>
      <source>What the baseline wanted done by the status date, in its budget.</source>
      <translation>按基准，到状态日期应完成工作的预算。</translation>
    </message>
    <message>
      <source>What the chart shows</source>
      <translation>图中显示的内容</translation>
    </message>
    <message>
      <source>What the column says</source>
      <translation>此列的含义</translation>
    </message>
    <message>
      <source>What the duration comes to on average: (optimistic + 4 × duration + pessimistic) ÷ 6.</source>
      <translation>工期的平均值：（乐观工期 + 4 × 工期 + 悲观工期）÷ 6。</translation>
    </message>
    <message>
      <source>What the plan will take if being late makes the rest more expensive, too.</source>
      <translation>进度落后也会推高剩余成本时，整个计划的总成本。</translation>
    </message>
    <message>
      <source>What the plan will take if the rest goes as planned after all.</source>
      <translation>剩余工作恢复按计划进行时，整个计划的总成本。</translation>
    </message>
    <message>
      <source>What the plan will take if the rest goes on at the efficiency so far.</source>
      <translation>剩余工作保持目前效率时，整个计划的总成本。</translation>
    </message>
    <message>
      <source>What the scheduler found in the plan</source>
      <translation>排程时在计划中发现的问题</translation>
    </message>
    <message>
      <source>What the task waits for: 12FS+2d; 15SS. FS, SS, FF and SF say which ends are linked, then comes the lag.</source>
      <translation>任务所等待的前置任务：12FS+2d; 15SS。FS、SS、FF、SF 表示哪两端相连，其后为时间间隔。</translation>
    </message>
    <message>
      <source>What the team sees</source>
      <translation>团队可见的内容</translation>
    </message>
    <message>
      <source>What third parties do</source>
      <translation>第三方完成</translation>
    </message>
    <message>
      <source>What waits for the task.</source>
      <translation>等待本任务的后续任务。</translation>
    </message>
    <message>
      <source>What was decided or must be: by whom, by when, and why.</source>
      <translation>已经决定或有待决定的事：由谁、何时、为什么。</translation>
    </message>
    <message>
      <source>What was done to the task</source>
      <translation>对该任务所做的更改</translation>
    </message>
    <message>
      <source>What was it about?</source>
      <translation>谈的是什么？</translation>
    </message>
    <message>
      <source>What was read and what was not</source>
      <translation>读入与未读入的内容</translation>
    </message>
    <message>
      <source>What was reported to whom, as it stood on that day.</source>
      <translation>在哪一天、向谁、报告了什么，一切以当天为准。</translation>
    </message>
    <message>
      <source>What was said</source>
      <translation>沟通内容</translation>
    </message>
    <message>
      <source>What was said; may be shown to the client</source>
      <translation>谈了什么；可以给客户看</translation>
    </message>
    <message>
      <source>What was set before is kept: {path}</source>
      <translation>原有设置已保留：{path}</translation>
    </message>
    <message>
      <source>What was spent by now.</source>
      <translation>迄今已花费的成本。</translation>
    </message>
    <message>
      <source>What was spent on it by the status date.</source>
      <translation>到状态日期为此实际花费的成本。</translation>
    </message>
    <message>
      <source>What was tried out is gone; undo brings it back</source>
      <translation>所尝试的方案已放弃；撤销可恢复</translation>
    </message>
    <message>
      <source>What was written to “{name}” could not be read back correctly. Nothing was changed; try another disk.</source>
      <translation>写入“{name}”的内容无法正确读回。没有改动任何内容；请换一个磁盘重试。</translation>
    </message>
    <message>
      <source>What we do</source>
      <translation>我方完成</translation>
    </message>
    <message>
      <source>What we need from the client</source>
      <translation>需要客户完成</translation>
    </message>
    <message>
      <source>What will be left of the budget in the end; negative is over it.</source>
      <translation>完工时预算还剩多少；负值表示超出预算。</translation>
    </message>
    <message>
      <source>What would bring it forward</source>
      <translation>怎样才能提前</translation>
    </message>
    <message>
      <source>What you did last may not have been carried out. Everything saved before is safe, and you can go on working. If it happens again, please send us the details below; they contain nothing of your project.</source>
      <translation>刚才的操作可能没有完成。此前保存的内容都是安全的，您可以继续工作。如果再次出现，请把下面的详细信息发给我们，其中不含任何项目内容。</translation>
    </message>
    <message>
      <source>When</source>
      <translation>时间</translation>
    </message>
    <message>
      <source>When it should be finished. It moves nothing; a later finish is marked, and the float falls below nought.</source>
      <translation>应当完成的日期。它不移动任务；晚于它会有标记，浮动时间变为负数。</translation>
    </message>
    <message>
      <source>When the fixed cost falls due: at the start, at the end, or bit by bit.</source>
      <translation>固定成本何时计入：开始时、完成时或按进度。</translation>
    </message>
    <message>
      <source>When the task was really finished.</source>
      <translation>实际完成的时间。</translation>
    </message>
    <message>
      <source>When work begins. A typed date becomes “start no earlier than”; links may still push it later.</source>
      <translation>工作开始的时间。输入日期即“不得早于……开始”，链接仍可能使其后移。</translation>
    </message>
    <message>
      <source>When work ends. A typed date changes the duration.</source>
      <translation>工作完成的时间。输入日期会改变工期。</translation>
    </message>
    <message>
      <source>When work really began. From then on links do not move the start.</source>
      <translation>实际开始的时间。此后链接不再移动开始时间。</translation>
    </message>
    <message>
      <source>Where</source>
      <translation>地点</translation>
    </message>
    <message>
      <source>Where a task that is scheduled by hand was put.</source>
      <translation>手动安排的任务的开始时间。</translation>
    </message>
    <message>
      <source>Where links would put it</source>
      <translation>按依赖关系的位置</translation>
    </message>
    <message>
      <source>Where many paths meet, the chance to be on time is smaller than on any of them.</source>
      <translation>多条路径汇合处按时完成的可能性，比其中任何一条路径都小。</translation>
    </message>
    <message>
      <source>Where should the project be kept?</source>
      <translation>项目保存到哪里？</translation>
    </message>
    <message>
      <source>Where the project manager rates otherwise, the reason is given.</source>
      <translation>项目经理的评级与计算结果不同时，已注明原因。</translation>
    </message>
    <message>
      <source>Whether a delay of the task delays the project, by the rule of this project.</source>
      <translation>按本项目的判定规则，任务推迟是否会使项目推迟。</translation>
    </message>
    <message>
      <source>Whether links move the task, or it stays where it was put by hand.</source>
      <translation>任务随链接移动，还是停留在手动安排的位置。</translation>
    </message>
    <message>
      <source>Whether somebody is needed more than they are there.</source>
      <translation>该资源在此期间的需求是否超过其可用量。</translation>
    </message>
    <message>
      <source>Whether somebody on the task has more to do than time, while it lasts.</source>
      <translation>任务进行期间，是否有人工作量超过可用时间。</translation>
    </message>
    <message>
      <source>Whether this link holds the later task where it is.</source>
      <translation>后续任务的日期是否由这条依赖关系决定。</translation>
    </message>
    <message>
      <source>Which of units, work and duration stays when another one changes.</source>
      <translation>单位、工时和工期三者之一改变时，保持不变的是哪一个。</translation>
    </message>
    <message>
      <source>Which task keeps its place when resources are levelled: 1000 first, 0 last.</source>
      <translation>资源平衡时谁保持原位：1000 最优先，0 最后。</translation>
    </message>
    <message>
      <source>Who agreed to it, and why it was taken</source>
      <translation>谁同意了，为什么保存</translation>
    </message>
    <message>
      <source>Who answers for the task, whoever works on it.</source>
      <translation>对任务负责的人，不论由谁执行。</translation>
    </message>
    <message>
      <source>Who does it</source>
      <translation>由谁完成</translation>
    </message>
    <message>
      <source>Who does what</source>
      <translation>任务分工</translation>
    </message>
    <message>
      <source>Who does what by when, on both sides: every promise is an action with a side.</source>
      <translation>双方谁在何时之前做什么：每个承诺都是一条写明责任方的行动项。</translation>
    </message>
    <message>
      <source>Who may read the task in reports and files: private, the team, or the client.</source>
      <translation>报告和文件中谁可以看到此任务：私密、团队或客户。</translation>
    </message>
    <message>
      <source>Who works on it is not there all the time (calendar “{calendar}”): it takes {lag} longer for that, until {date}.</source>
      <translation>执行者并非一直在岗（日历“{calendar}”）：因此延长 {lag}，到 {date} 完成。</translation>
    </message>
    <message>
      <source>Who works on it, with units: Anna 50%; Li Lei.</source>
      <translation>参与人员及其单位：张伟 50%; 李蕾。</translation>
    </message>
    <message>
      <source>Whole page</source>
      <translation>整页</translation>
    </message>
    <message>
      <source>Whole plan</source>
      <translation>整个计划</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>原因</translation>
    </message>
    <message>
      <source>Why is it there?</source>
      <translation>为何排在此处？</translation>
    </message>
    <message>
      <source>Why it was not written down</source>
      <translation>未能记下的原因</translation>
    </message>
    <message>
      <source>Will be finished on {date}</source>
      <translation>将于 {date} 完成</translation>
    </message>
    <message>
      <source>Will miss its deadline</source>
      <translation>将超过期限</translation>
    </message>
    <message>
      <source>With a legend</source>
      <translation>包含图例</translation>
    </message>
    <message>
      <source>With everybody</source>
      <translation>与所有人</translation>
    </message>
    <message>
      <source>With the columns of the grid</source>
      <translation>包含表格的列</translation>
    </message>
    <message>
      <source>Within 1 month</source>
      <translation>1 个月内</translation>
    </message>
    <message>
      <source>Within 3 months</source>
      <translation>3 个月内</translation>
    </message>
    <message>
      <source>Within float</source>
      <translation>在浮动时间内</translation>
    </message>
    <message>
      <source>Within it by</source>
      <translation>组内再按</translation>
    </message>
    <message>
      <source>Within the summary</source>
      <translation>摘要任务之内</translation>
    </message>
    <message>
      <source>Without Ctrl: goes on as a series</source>
      <translation>不按 Ctrl：按序列填充</translation>
    </message>
    <message>
      <source>Without a separator or a length behind level {level} two tasks could have one code. Nothing was changed.</source>
      <translation>第 {level} 级之后没有分隔符也未规定长度，两个任务可能得到相同的编码。未作任何更改。</translation>
    </message>
    <message>
      <source>Without people or cost nobody can tell whether the task can be done.</source>
      <translation>没有资源或成本，就无法判断任务能否完成。</translation>
    </message>
    <message>
      <source>Without resource</source>
      <translation>未分配资源</translation>
    </message>
    <message>
      <source>Without rules for levels, codes count on: 1, 1.1, 1.1.1 …</source>
      <translation>未设各级规则时，编码按层级连续编号：1、1.1、1.1.1……</translation>
    </message>
    <message>
      <source>Work</source>
      <translation>工时</translation>
    </message>
    <message>
      <source>Work</source>
      <comment>section</comment>
      <translation>工时</translation>
    </message>
    <message>
      <source>Work after</source>
      <translation>新工时</translation>
    </message>
    <message>
      <source>Work and cost</source>
      <translation>工时与成本</translation>
    </message>
    <message>
      <source>Work before</source>
      <translation>原工时</translation>
    </message>
    <message>
      <source>Work beyond what is there: {before} before, none after.</source>
      <translation>超出可用量的工时：之前 {before}，之后为零。</translation>
    </message>
    <message>
      <source>Work beyond what is there: {before} before, {after} after.</source>
      <translation>超出可用量的工时：之前 {before}，之后 {after}。</translation>
    </message>
    <message>
      <source>Work contour</source>
      <translation>工时分布</translation>
    </message>
    <message>
      <source>Work done for each unit of work planned; below 1 is behind.</source>
      <translation>每一份计划工作实际完成了多少；小于 1 表示进度落后。</translation>
    </message>
    <message>
      <source>Work done for each unit spent; below 1 is over cost.</source>
      <translation>每一份花费换来多少已完成工作；小于 1 表示超支。</translation>
    </message>
    <message>
      <source>Work on the task rests for so long</source>
      <translation>任务中断相应的时间</translation>
    </message>
    <message>
      <source>Work on {date}, a day off in the calendar “{calendar}”: gains {gain}.</source>
      <translation>在 {date}（日历“{calendar}”中的非工作日）安排工作：可提前 {gain}。</translation>
    </message>
    <message>
      <source>Work out of sequence</source>
      <translation>未按顺序开展的工作</translation>
    </message>
    <message>
      <source>Work products and documents, not read: {n}</source>
      <translation>工作产品与文档，未读取：{n}</translation>
    </message>
    <message>
      <source>Work that nobody has taken yet, kept as work of the task: {n}</source>
      <translation>尚无人承担的工时，保留为任务工时：{n}</translation>
    </message>
    <message>
      <source>Work that nobody has taken, left out because the task itself has none: {n}</source>
      <translation>尚无人承担的工时，因任务本身没有工时而略去：{n}</translation>
    </message>
    <message>
      <source>Work variance</source>
      <translation>工时偏差</translation>
    </message>
    <message>
      <source>Work week</source>
      <translation>工作周</translation>
    </message>
    <message>
      <source>Work weeks</source>
      <translation>工作周</translation>
    </message>
    <message>
      <source>Worked at the usual hours</source>
      <translation>按平日时间上班</translation>
    </message>
    <message>
      <source>Working</source>
      <comment>column of days</comment>
      <translation>是否上班</translation>
    </message>
    <message>
      <source>Working c&amp;alendar</source>
      <translation>工作日历(&amp;A)</translation>
    </message>
    <message>
      <source>Working calendar</source>
      <translation>工作日历</translation>
    </message>
    <message>
      <source>Working day</source>
      <translation>工作日</translation>
    </message>
    <message>
      <source>Working days without hours, taken as 08:00–12:00 and 13:00–17:00: {n}</source>
      <translation>没有工作时间的工作日，按 08:00–12:00、13:00–17:00 处理：{n} 处</translation>
    </message>
    <message>
      <source>Working out the figures of the plan as it stands …</source>
      <translation>正在按当前计划计算各项数值…</translation>
    </message>
    <message>
      <source>Working time</source>
      <translation>工作时间</translation>
    </message>
    <message>
      <source>Working time between the finish and the deadline; below nought, it is missed.</source>
      <translation>完成时间到期限之间的工作时间；为负表示超过期限。</translation>
    </message>
    <message>
      <source>Working time by which it finishes later than agreed; below nought, earlier.</source>
      <translation>比基准晚完成的工作时间；为负则更早。</translation>
    </message>
    <message>
      <source>Working time by which it starts later than agreed; below nought, earlier.</source>
      <translation>比基准晚开始的工作时间；为负则更早。</translation>
    </message>
    <message>
      <source>Working time by which it takes longer than agreed.</source>
      <translation>比基准工期长出的工作时间。</translation>
    </message>
    <message>
      <source>Working time from start to finish, by the calendar in force: 3d, 4h, 2w; 3ed runs through nights and weekends; 0 is a milestone; 5d? is an estimate.</source>
      <translation>从开始到完成的工作时间，按生效的日历计算：3d、4h、2w（或 3天、4小时、2周）；3ed 连夜晚和周末一起算；0 为里程碑；5d? 表示估计工期。</translation>
    </message>
    <message>
      <source>Working time of this task alone; otherwise that of the project counts.</source>
      <translation>仅用于本任务的工作时间；不填则用项目日历。</translation>
    </message>
    <message>
      <source>Working time that is still to come.</source>
      <translation>尚未进行的工作时间。</translation>
    </message>
    <message>
      <source>Working time: the week, holidays and make-up working days.</source>
      <translation>工作时间：每周安排、节假日和调休工作日。</translation>
    </message>
    <message>
      <source>Working times that overlap, joined: {n}</source>
      <translation>相互重叠的工作时段，已合并：{n} 处</translation>
    </message>
    <message>
      <source>Workshop</source>
      <translation>研讨会</translation>
    </message>
    <message>
      <source>Workshop mode</source>
      <translation>研讨会模式</translation>
    </message>
    <message>
      <source>Workshop {name}</source>
      <translation>研讨会 {name}</translation>
    </message>
    <message>
      <source>Wrap text</source>
      <translation>自动换行</translation>
    </message>
    <message>
      <source>Write down (Ctrl+Enter)</source>
      <translation>记下（Ctrl+Enter）</translation>
    </message>
    <message>
      <source>Write how it becomes Green again, or choose “Not now”.</source>
      <translation>请写明恢复措施，或选择“暂不”。</translation>
    </message>
    <message>
      <source>Write the exceptions of this calendar as a list of days</source>
      <translation>把这个日历的例外日期导出为清单</translation>
    </message>
    <message>
      <source>Writing the table …</source>
      <translation>正在写出表格…</translation>
    </message>
    <message>
      <source>Writing “{name}” …</source>
      <translation>正在写出“{name}”…</translation>
    </message>
    <message>
      <source>Written beside each edit in the history of a project. Holds for projects opened from now on.</source>
      <translation>记在项目历史的每次修改旁边。对此后打开的项目生效。</translation>
    </message>
    <message>
      <source>W{week}</source>
      <comment>time scale</comment>
      <translation>{week}周</translation>
    </message>
    <message>
      <source>W{week} · {day} {mon}</source>
      <comment>time scale</comment>
      <translation>{week}周 {number}月{day}日</translation>
    </message>
    <message>
      <source>W{week} · {mon} {year}</source>
      <comment>time scale</comment>
      <translation>{year}年{number}月 {week}周</translation>
    </message>
    <message>
      <source>Year</source>
      <comment>calendar</comment>
      <translation>全年</translation>
    </message>
    <message>
      <source>Year, month, day</source>
      <translation>年、月、日</translation>
    </message>
    <message>
      <source>Years</source>
      <translation>年份</translation>
    </message>
    <message>
      <source>Years</source>
      <comment>time scale</comment>
      <translation>年</translation>
    </message>
    <message>
      <source>Years and quarters begin in</source>
      <translation>年度和季度的起始月份</translation>
    </message>
    <message>
      <source>Yes</source>
      <translation>是</translation>
    </message>
    <message>
      <source>Yesterday evening</source>
      <translation>昨天结束时</translation>
    </message>
    <message>
      <source>Yesterday {weekday}</source>
      <translation>昨天 {weekday}</translation>
    </message>
    <message>
      <source>You</source>
      <translation>个人</translation>
    </message>
    <message>
      <source>You have stopped this change. Nothing was changed.</source>
      <translation>您已停止此次更改，未作任何改动。</translation>
    </message>
    <message>
      <source>Your edits could not be brought back to “{name}”. They are safe on this computer and will be brought back when you open the project again.</source>
      <translation>您的修改未能写回“{name}”。修改已安全保存在本机，下次打开该项目时会再次写回。</translation>
    </message>
    <message>
      <source>Your name</source>
      <translation>您的姓名</translation>
    </message>
    <message>
      <source>Your team: in internal reports, never in one for the client</source>
      <translation>团队：进入内部报告，不进入给客户的报告</translation>
    </message>
    <message>
      <source>Zoom in</source>
      <translation>放大</translation>
    </message>
    <message>
      <source>Zoom out</source>
      <translation>缩小</translation>
    </message>
    <message>
      <source>Zoom to</source>
      <translation>缩放到</translation>
    </message>
    <message>
      <source>Zooms in</source>
      <translation>放大</translation>
    </message>
    <message>
      <source>Zooms in time</source>
      <translation>缩放时间刻度</translation>
    </message>
    <message>
      <source>Zooms in time, where the pointer is</source>
      <translation>以指针处为中心缩放时间刻度</translation>
    </message>
    <message>
      <source>a network was used</source>
      <translation>使用了网络</translation>
    </message>
    <message>
      <source>a report in Chinese</source>
      <translation>中文报告</translation>
    </message>
    <message>
      <source>added</source>
      <comment>history</comment>
      <translation>已添加</translation>
    </message>
    <message>
      <source>added: {n}</source>
      <translation>新增 {n} 项</translation>
    </message>
    <message>
      <source>after a number of times</source>
      <translation>达到次数后</translation>
    </message>
    <message>
      <source>an Excel workbook</source>
      <translation>Excel 工作簿</translation>
    </message>
    <message>
      <source>and {n} more</source>
      <translation>另有 {n} 个</translation>
    </message>
    <message>
      <source>and {n} more record</source>
      <translation>以及另外 {n} 条记录</translation>
    </message>
    <message>
      <source>and {n} more records</source>
      <translation>以及另外 {n} 条记录</translation>
    </message>
    <message>
      <source>any</source>
      <comment>length</comment>
      <translation>不限</translation>
    </message>
    <message>
      <source>are left out</source>
      <translation>跳过，不安排</translation>
    </message>
    <message>
      <source>as agreed</source>
      <translation>与约定一致</translation>
    </message>
    <message>
      <source>as before</source>
      <translation>不变</translation>
    </message>
    <message>
      <source>as late as possible {tasks}</source>
      <translation>越晚越好{tasks}</translation>
    </message>
    <message>
      <source>as long as the work they support {tasks}</source>
      <translation>支持型活动{tasks}</translation>
    </message>
    <message>
      <source>at</source>
      <comment>a time</comment>
      <translation>时刻</translation>
    </message>
    <message>
      <source>at the deadline of “{task}”</source>
      <translation>对齐“{task}”的期限</translation>
    </message>
    <message>
      <source>at the end of the plan</source>
      <translation>追加到计划末尾</translation>
    </message>
    <message>
      <source>at the finish of “{task}”</source>
      <translation>对齐“{task}”的完成</translation>
    </message>
    <message>
      <source>at the start of “{task}”</source>
      <translation>对齐“{task}”的开始</translation>
    </message>
    <message>
      <source>at the status date</source>
      <translation>对齐状态日期</translation>
    </message>
    <message>
      <source>at today’s line</source>
      <translation>对齐今天</translation>
    </message>
    <message>
      <source>baseline {date}</source>
      <translation>基准 {date}</translation>
    </message>
    <message>
      <source>becomes {code}</source>
      <translation>将成为 {code}</translation>
    </message>
    <message>
      <source>becomes {code} in “{summary}”</source>
      <translation>将成为“{summary}”中的 {code}</translation>
    </message>
    <message>
      <source>begin at the next working time</source>
      <translation>顺延到下一个工作时间</translation>
    </message>
    <message>
      <source>begun {tasks}</source>
      <translation>已经开始{tasks}</translation>
    </message>
    <message>
      <source>below “{name}”</source>
      <translation>插入到“{name}”之下</translation>
    </message>
    <message>
      <source>changed {at} {who}</source>
      <translation>修改于 {at} {who}</translation>
    </message>
    <message>
      <source>chosen</source>
      <comment>move</comment>
      <translation>已选</translation>
    </message>
    <message>
      <source>contains</source>
      <comment>filter</comment>
      <translation>包含</translation>
    </message>
    <message>
      <source>cost {amount}</source>
      <translation>成本 {amount}</translation>
    </message>
    <message>
      <source>cost {before} → {now}</source>
      <translation>成本 {before} → {now}</translation>
    </message>
    <message>
      <source>critical</source>
      <translation>关键</translation>
    </message>
    <message>
      <source>critical tasks {before} → {now}</source>
      <translation>关键任务 {before} → {now} 项</translation>
    </message>
    <message>
      <source>day</source>
      <comment>of a month</comment>
      <translation>日（任何一天）</translation>
    </message>
    <message>
      <source>day of the weekend</source>
      <translation>周末日</translation>
    </message>
    <message>
      <source>day {days}</source>
      <translation> {days} 日</translation>
    </message>
    <message>
      <source>days</source>
      <translation>天</translation>
    </message>
    <message>
      <source>days</source>
      <comment>every so many</comment>
      <translation>天</translation>
    </message>
    <message>
      <source>days</source>
      <comment>period</comment>
      <translation>天</translation>
    </message>
    <message>
      <source>does not contain</source>
      <comment>filter</comment>
      <translation>不包含</translation>
    </message>
    <message>
      <source>drawn at {n} %</source>
      <translation>按 {n}% 绘制</translation>
    </message>
    <message>
      <source>elapsed days</source>
      <translation>自然日</translation>
    </message>
    <message>
      <source>elapsed hours</source>
      <translation>自然小时</translation>
    </message>
    <message>
      <source>elapsed minutes</source>
      <translation>自然分钟</translation>
    </message>
    <message>
      <source>elapsed months</source>
      <translation>自然月</translation>
    </message>
    <message>
      <source>elapsed weeks</source>
      <translation>自然周</translation>
    </message>
    <message>
      <source>failed</source>
      <comment>health</comment>
      <translation>不通过</translation>
    </message>
    <message>
      <source>finish</source>
      <translation>完成</translation>
    </message>
    <message>
      <source>finish</source>
      <comment>end of a bar</comment>
      <translation>完成</translation>
    </message>
    <message>
      <source>finish and critical tasks stay as they are</source>
      <translation>完成日期和关键任务均无变化</translation>
    </message>
    <message>
      <source>finish {before} → {now}, {span} earlier</source>
      <translation>完成日期 {before} → {now}，提前 {span}</translation>
    </message>
    <message>
      <source>finish {before} → {now}, {span} later</source>
      <translation>完成日期 {before} → {now}，推迟 {span}</translation>
    </message>
    <message>
      <source>finish, cost and critical tasks stay as they are</source>
      <translation>完成日期、成本和关键任务均无变化</translation>
    </message>
    <message>
      <source>finishing earlier: {n}</source>
      <translation>完成提前 {n} 项</translation>
    </message>
    <message>
      <source>finishing later: {n}</source>
      <translation>完成推迟 {n} 项</translation>
    </message>
    <message>
      <source>first</source>
      <comment>of a month</comment>
      <translation>第一个</translation>
    </message>
    <message>
      <source>first {date}</source>
      <translation>原定 {date}</translation>
    </message>
    <message>
      <source>follow up {date}</source>
      <translation>{date} 跟进</translation>
    </message>
    <message>
      <source>followed up {date}</source>
      <translation>{date} 已跟进</translation>
    </message>
    <message>
      <source>fonts and pictures</source>
      <translation>字体和图标</translation>
    </message>
    <message>
      <source>for information</source>
      <comment>health</comment>
      <translation>仅供参考</translation>
    </message>
    <message>
      <source>for the client</source>
      <comment>file name</comment>
      <translation>（客户版）</translation>
    </message>
    <message>
      <source>fourth</source>
      <comment>of a month</comment>
      <translation>第四个</translation>
    </message>
    <message>
      <source>free float {amount}</source>
      <translation>自由浮动时间 {amount}</translation>
    </message>
    <message>
      <source>h</source>
      <comment>mark of other hours</comment>
      <translation>时</translation>
    </message>
    <message>
      <source>has been started, stays</source>
      <translation>已开始，保持不变</translation>
    </message>
    <message>
      <source>held by a constraint {tasks}</source>
      <translation>受限制条件固定{tasks}</translation>
    </message>
    <message>
      <source>high: {count}</source>
      <translation>高风险 {count} 项</translation>
    </message>
    <message>
      <source>holidays and templates</source>
      <translation>节假日和模板</translation>
    </message>
    <message>
      <source>hours</source>
      <translation>小时</translation>
    </message>
    <message>
      <source>iCalendar dates</source>
      <translation>iCalendar 日历</translation>
    </message>
    <message>
      <source>in cost</source>
      <comment>earned value</comment>
      <translation>按成本计</translation>
    </message>
    <message>
      <source>in duration</source>
      <comment>earned value</comment>
      <translation>按工期计</translation>
    </message>
    <message>
      <source>in work</source>
      <comment>earned value</comment>
      <translation>按工时计</translation>
    </message>
    <message>
      <source>is</source>
      <comment>filter</comment>
      <translation>等于</translation>
    </message>
    <message>
      <source>is after</source>
      <comment>filter</comment>
      <translation>晚于</translation>
    </message>
    <message>
      <source>is before</source>
      <comment>filter</comment>
      <translation>早于</translation>
    </message>
    <message>
      <source>is empty</source>
      <comment>filter</comment>
      <translation>为空</translation>
    </message>
    <message>
      <source>is greater than</source>
      <comment>filter</comment>
      <translation>大于</translation>
    </message>
    <message>
      <source>is less than</source>
      <comment>filter</comment>
      <translation>小于</translation>
    </message>
    <message>
      <source>is not</source>
      <comment>filter</comment>
      <translation>不等于</translation>
    </message>
    <message>
      <source>is not empty</source>
      <comment>filter</comment>
      <translation>不为空</translation>
    </message>
    <message>
      <source>is on</source>
      <comment>filter</comment>
      <translation>是</translation>
    </message>
    <message>
      <source>it cannot start before {start}</source>
      <translation>最早只能{start}开始</translation>
    </message>
    <message>
      <source>it cannot start before {start}: the task only gets longer</source>
      <translation>最早只能{start}开始，只会加长工期</translation>
    </message>
    <message>
      <source>its levelling delay holds it until {start}</source>
      <translation>受资源调配延迟约束，最早{start}开始</translation>
    </message>
    <message>
      <source>its levelling delay holds the start at {start}: the task only gets longer</source>
      <translation>受资源调配延迟约束仍于{start}开始，只会加长工期</translation>
    </message>
    <message>
      <source>its links hold it until {start}</source>
      <translation>受链接约束，最早{start}开始</translation>
    </message>
    <message>
      <source>its links hold the start at {start}: the task only gets longer</source>
      <translation>受链接约束仍于{start}开始，只会加长工期</translation>
    </message>
    <message>
      <source>joins the part before</source>
      <translation>与前一段合并</translation>
    </message>
    <message>
      <source>last</source>
      <comment>of a month</comment>
      <translation>最后一个</translation>
    </message>
    <message>
      <source>late by {amount}</source>
      <translation>已晚 {amount}</translation>
    </message>
    <message>
      <source>left out</source>
      <comment>link</comment>
      <translation>未计入</translation>
    </message>
    <message>
      <source>level {n}</source>
      <translation>第 {n} 级</translation>
    </message>
    <message>
      <source>linked</source>
      <comment>history</comment>
      <translation>已关联</translation>
    </message>
    <message>
      <source>milestone</source>
      <translation>里程碑</translation>
    </message>
    <message>
      <source>minutes</source>
      <translation>分钟</translation>
    </message>
    <message>
      <source>missing</source>
      <translation>找不到文件</translation>
    </message>
    <message>
      <source>months</source>
      <translation>月</translation>
    </message>
    <message>
      <source>months</source>
      <comment>every so many</comment>
      <translation>个月</translation>
    </message>
    <message>
      <source>months</source>
      <comment>period</comment>
      <translation>个月</translation>
    </message>
    <message>
      <source>moved from {weekday} {date}</source>
      <translation>由{weekday} {date} 顺延</translation>
    </message>
    <message>
      <source>moves {n} other task</source>
      <translation>影响另外 {n} 个任务</translation>
    </message>
    <message>
      <source>moves {n} other tasks</source>
      <translation>影响另外 {n} 个任务</translation>
    </message>
    <message>
      <source>near-critical</source>
      <translation>近关键</translation>
    </message>
    <message>
      <source>needs more than there is by itself {tasks}</source>
      <translation>单项需求就超过可用量{tasks}</translation>
    </message>
    <message>
      <source>never</source>
      <translation>从未</translation>
    </message>
    <message>
      <source>no</source>
      <comment>working day</comment>
      <translation>否</translation>
    </message>
    <message>
      <source>no critical task can be lengthened</source>
      <translation>没有可延长的关键任务</translation>
    </message>
    <message>
      <source>no date</source>
      <translation>无日期</translation>
    </message>
    <message>
      <source>no longer linked</source>
      <comment>history</comment>
      <translation>不再关联</translation>
    </message>
    <message>
      <source>no longer there</source>
      <translation>已不存在</translation>
    </message>
    <message>
      <source>no room for: {names}</source>
      <translation>放不下的列：{names}</translation>
    </message>
    <message>
      <source>no time is left between the status date and the finish</source>
      <translation>状态日期到完成时间之间已没有剩余时间</translation>
    </message>
    <message>
      <source>nobody named</source>
      <translation>未指定责任人</translation>
    </message>
    <message>
      <source>none</source>
      <translation>无</translation>
    </message>
    <message>
      <source>not assessed</source>
      <translation>未评估</translation>
    </message>
    <message>
      <source>not assessed</source>
      <comment>health</comment>
      <translation>未评估</translation>
    </message>
    <message>
      <source>not chosen</source>
      <comment>move</comment>
      <translation>未选</translation>
    </message>
    <message>
      <source>not promised</source>
      <translation>未约定</translation>
    </message>
    <message>
      <source>not recorded</source>
      <translation>未记录</translation>
    </message>
    <message>
      <source>nothing</source>
      <translation>无</translation>
    </message>
    <message>
      <source>nothing</source>
      <comment>base of a calendar</comment>
      <translation>无</translation>
    </message>
    <message>
      <source>nothing to do</source>
      <translation>无任务</translation>
    </message>
    <message>
      <source>nothing was to be finished by the status date</source>
      <translation>状态日期之前没有应完成的任务</translation>
    </message>
    <message>
      <source>on a day</source>
      <translation>到某一天</translation>
    </message>
    <message>
      <source>on day</source>
      <translation>第几日：</translation>
    </message>
    <message>
      <source>on the {which}</source>
      <translation>{which}</translation>
    </message>
    <message>
      <source>on time</source>
      <translation>按期</translation>
    </message>
    <message>
      <source>on {n} level</source>
      <translation>{n} 级</translation>
    </message>
    <message>
      <source>on {n} levels</source>
      <translation>{n} 级</translation>
    </message>
    <message>
      <source>overdue</source>
      <comment>milestone</comment>
      <translation>已逾期</translation>
    </message>
    <message>
      <source>overdue: {client} / {us}</source>
      <translation>逾期 {client} / {us}</translation>
    </message>
    <message>
      <source>overdue: {count}</source>
      <translation>逾期 {count} 项</translation>
    </message>
    <message>
      <source>parts of the program</source>
      <translation>程序组件</translation>
    </message>
    <message>
      <source>passed</source>
      <comment>health</comment>
      <translation>通过</translation>
    </message>
    <message>
      <source>peak {units}% of {available}%</source>
      <translation>峰值 {units}%，可用 {available}%</translation>
    </message>
    <message>
      <source>pilotage [FILE]                              open the window; --sample opens the sample project,
                                             --safe-mode resets how windows and pages look
pilotage schedule FILE [--json]              computed dates, floats and critical tasks
pilotage convert IN OUT [--audience client|team] [--overwrite]
                                             between a Pilotage project and Microsoft Project XML;
                                             OUT may also be .xlsx, .csv or .ics
pilotage report FILE [--kind status] [--language zh|en|both] [--audience client|team] -o OUT.pdf
pilotage check FILE [--profile dcma|consulting]
                                             is the file sound, is the plan; exit code 1 if not
pilotage paths FILE --to WBS|UID [--json]
                                             the chains of tasks that lead to a task, by what they can slip
pilotage level FILE [--within-float] [--seconds N] [--json]
                                             what would have to wait so that nobody is needed twice at once
pilotage overloads FILE [--json]             who is needed more than they are there, when and for what
pilotage histogram FILE [--by day|week|month] [--json]
                                             work of every person and all equipment against what is there
pilotage variance FILE [--baseline NAME] [--against NAME] [--json]
                                             what changed since a baseline, or from one to another
pilotage earned-value FILE [--baseline NAME] [--status DATE] [--period day|week|month] [--json]
                                             earned value, its indices and S-curve
pilotage --self-test                         opens the sample, schedules it and prints a report
pilotage --version

FILE is a Pilotage project (.pilotage), a plan of Microsoft Project (.xml), Primavera P6 (.xer) or
GanttProject (.gan), or a table of tasks (.xlsx, .csv).
--language zh|en behind any command chooses the language of its messages.</source>
      <translation>pilotage [文件]                              打开窗口；--sample 打开示例项目，
                                             --safe-mode 重置窗口和页面的外观
pilotage schedule 文件 [--json]              计算日期、浮动时间和关键任务
pilotage convert 输入 输出 [--audience client|team] [--overwrite]
                                             在 Pilotage 项目与 Microsoft Project XML 之间转换；
                                             输出也可以是 .xlsx、.csv 或 .ics
pilotage report 文件 [--kind status] [--language zh|en|both] [--audience client|team] -o 输出.pdf
pilotage check 文件 [--profile dcma|consulting]
                                             文件是否完好、计划是否健康；有问题时退出码为 1
pilotage paths 文件 --to WBS|UID [--json]
                                             通向某任务的各条路径，按可推迟的时间排列
pilotage level 文件 [--within-float] [--seconds N] [--json]
                                             哪些任务需要推迟，才能使任何人不被同时占用
pilotage overloads 文件 [--json]             谁在何时、因哪些任务被过度分配
pilotage variance 文件 [--baseline 名称] [--against 名称] [--json]
                                             与基准相比有哪些变化，或两个基准之间的差异
pilotage earned-value 文件 [--baseline 名称] [--status 日期] [--period day|week|month] [--json]
                                             挣值、绩效指数与 S 曲线
pilotage histogram 文件 [--by day|week|month] [--json]
                                             各人员和设备的工时需求与可用量对照
pilotage --self-test                         打开示例、排程并输出报告
pilotage --version

文件可以是 Pilotage 项目（.pilotage），或 Microsoft Project（.xml）、Primavera P6（.xer）、
GanttProject（.gan）的计划，或任务表格（.xlsx、.csv）。
任何命令后加 --language zh|en 可选择消息的语言。</translation>
    </message>
    <message>
      <source>plan {percent}%</source>
      <translation>计划 {percent}%</translation>
    </message>
    <message>
      <source>planned {date}</source>
      <translation>计划 {date}</translation>
    </message>
    <message>
      <source>priority 1000 {tasks}</source>
      <translation>优先级为 1000{tasks}</translation>
    </message>
    <message>
      <source>quantity {n}</source>
      <translation>用量 {n}</translation>
    </message>
    <message>
      <source>quarters</source>
      <translation>季度</translation>
    </message>
    <message>
      <source>removed</source>
      <comment>history</comment>
      <translation>已移除</translation>
    </message>
    <message>
      <source>removed: {n}</source>
      <translation>删除 {n} 项</translation>
    </message>
    <message>
      <source>scheduled by hand {tasks}</source>
      <translation>手动计划{tasks}</translation>
    </message>
    <message>
      <source>second</source>
      <comment>of a month</comment>
      <translation>第二个</translation>
    </message>
    <message>
      <source>start</source>
      <translation>开始</translation>
    </message>
    <message>
      <source>start</source>
      <comment>end of a bar</comment>
      <translation>开始</translation>
    </message>
    <message>
      <source>status date {date}</source>
      <translation>状态日期 {date}</translation>
    </message>
    <message>
      <source>stays where it is</source>
      <translation>位置不变</translation>
    </message>
    <message>
      <source>such as P-</source>
      <translation>例如 P-</translation>
    </message>
    <message>
      <source>such as: Li Lei; Anna [50%]</source>
      <translation>例如：李雷；安娜 [50%]</translation>
    </message>
    <message>
      <source>summaries {tasks}</source>
      <translation>摘要任务{tasks}</translation>
    </message>
    <message>
      <source>summary, closed</source>
      <translation>摘要任务，已折叠</translation>
    </message>
    <message>
      <source>summary, open</source>
      <translation>摘要任务，已展开</translation>
    </message>
    <message>
      <source>the client</source>
      <translation>客户</translation>
    </message>
    <message>
      <source>the plan as it stands</source>
      <translation>当前计划</translation>
    </message>
    <message>
      <source>the project</source>
      <translation>本项目</translation>
    </message>
    <message>
      <source>the project has no status date</source>
      <translation>项目没有状态日期</translation>
    </message>
    <message>
      <source>the project team</source>
      <translation>项目团队</translation>
    </message>
    <message>
      <source>the sample project</source>
      <translation>示例项目</translation>
    </message>
    <message>
      <source>the {which} {day}</source>
      <translation>{which}{day}</translation>
    </message>
    <message>
      <source>the {which} {day} of {month}</source>
      <translation>{month}{which}{day}</translation>
    </message>
    <message>
      <source>there are no links between unfinished tasks</source>
      <translation>未完成任务之间没有依赖关系</translation>
    </message>
    <message>
      <source>there are no unfinished tasks</source>
      <translation>没有未完成的任务</translation>
    </message>
    <message>
      <source>there is no baseline</source>
      <translation>没有基准</translation>
    </message>
    <message>
      <source>third</source>
      <comment>of a month</comment>
      <translation>第三个</translation>
    </message>
    <message>
      <source>today</source>
      <translation>今天</translation>
    </message>
    <message>
      <source>tolerance {n} day</source>
      <translation>容许偏差 {n} 天</translation>
    </message>
    <message>
      <source>tolerance {n} days</source>
      <translation>容许偏差 {n} 天</translation>
    </message>
    <message>
      <source>too little float {tasks}</source>
      <translation>浮动时间不足{tasks}</translation>
    </message>
    <message>
      <source>total float {amount}</source>
      <translation>总浮动时间 {amount}</translation>
    </message>
    <message>
      <source>translations</source>
      <translation>翻译</translation>
    </message>
    <message>
      <source>weekday</source>
      <comment>Monday to Friday</comment>
      <translation>工作日（周一至周五）</translation>
    </message>
    <message>
      <source>weeks</source>
      <translation>周</translation>
    </message>
    <message>
      <source>weeks</source>
      <comment>every so many</comment>
      <translation>周</translation>
    </message>
    <message>
      <source>weeks</source>
      <comment>period</comment>
      <translation>周</translation>
    </message>
    <message>
      <source>what other programs inherit</source>
      <translation>其他程序继承的环境</translation>
    </message>
    <message>
      <source>work {work} of {capacity}</source>
      <translation>工时 {work}，可用 {capacity}</translation>
    </message>
    <message>
      <source>working days</source>
      <translation>个工作日</translation>
    </message>
    <message>
      <source>years</source>
      <translation>年</translation>
    </message>
    <message>
      <source>years</source>
      <comment>every so many</comment>
      <translation>年</translation>
    </message>
    <message>
      <source>yes</source>
      <comment>working day</comment>
      <translation>是</translation>
    </message>
    <message>
      <source>{code}: {before} → {after}</source>
      <translation>{code}：{before} → {after}</translation>
    </message>
    <message>
      <source>{column}: none</source>
      <translation>{column}：无</translation>
    </message>
    <message>
      <source>{column}: {text}</source>
      <translation>{column}：{text}</translation>
    </message>
    <message>
      <source>{count} more, see: {place}</source>
      <translation>另有 {count} 项，见：{place}</translation>
    </message>
    <message>
      <source>{count} risks; high: {names}; not assessed: {waiting}.</source>
      <translation>{count} 个风险；高风险：{names}；未评估 {waiting} 个。</translation>
    </message>
    <message>
      <source>{count} risks; none is high; not assessed: {waiting}.</source>
      <translation>{count} 个风险；没有高风险；未评估 {waiting} 个。</translation>
    </message>
    <message>
      <source>{day}</source>
      <comment>time scale</comment>
      <translation>{day}</translation>
    </message>
    <message>
      <source>{done} finished, {begun} in progress, {rest} not begun</source>
      <translation>已完成 {done} 个，进行中 {begun} 个，未开始 {rest} 个</translation>
    </message>
    <message>
      <source>{done} of {all} tasks</source>
      <translation>{all} 项任务中已完成 {done} 项</translation>
    </message>
    <message>
      <source>{event} may happen, leading to {effect}.</source>
      <translation>可能发生{event}，从而导致{effect}。</translation>
    </message>
    <message>
      <source>{event} may happen.</source>
      <translation>可能发生：{event}。</translation>
    </message>
    <message>
      <source>{field} ({unit})</source>
      <translation>{field}（{unit}）</translation>
    </message>
    <message>
      <source>{from_year}/{last_year}</source>
      <comment>time scale</comment>
      <translation>{from_year}/{last_year}</translation>
    </message>
    <message>
      <source>{hours} (make-up working day)</source>
      <translation>{hours}（调休上班）</translation>
    </message>
    <message>
      <source>{hours} too much</source>
      <translation>超出 {hours}</translation>
    </message>
    <message>
      <source>{hour}</source>
      <comment>time scale</comment>
      <translation>{hour}</translation>
    </message>
    <message>
      <source>{hour}:00</source>
      <comment>time scale</comment>
      <translation>{hour}:00</translation>
    </message>
    <message>
      <source>{hour}:{minute}</source>
      <comment>time scale</comment>
      <translation>{hour}:{minute}</translation>
    </message>
    <message>
      <source>{label}: {text}</source>
      <comment>pattern</comment>
      <translation>{label}：{text}</translation>
    </message>
    <message>
      <source>{late} overdue · {week} due within 7 days</source>
      <translation>逾期 {late} 项 · 7 天内到期 {week} 项</translation>
    </message>
    <message>
      <source>{minute}</source>
      <comment>time scale</comment>
      <translation>{minute}</translation>
    </message>
    <message>
      <source>{month} {days}</source>
      <comment>date</comment>
      <translation>{month} {days} 日</translation>
    </message>
    <message>
      <source>{month} {year}</source>
      <comment>time scale</comment>
      <translation>{year}年{number}月</translation>
    </message>
    <message>
      <source>{mon}</source>
      <comment>time scale</comment>
      <translation>{number}月</translation>
    </message>
    <message>
      <source>{mon} {year}</source>
      <comment>time scale</comment>
      <translation>{year}年{number}月</translation>
    </message>
    <message>
      <source>{moves} {tried}</source>
      <translation>{moves}{tried}</translation>
    </message>
    <message>
      <source>{names} and {n} more</source>
      <translation>{names}等（另有 {n} 项）</translation>
    </message>
    <message>
      <source>{name} (changed)</source>
      <translation>{name}（已更改）</translation>
    </message>
    <message>
      <source>{name} (new)</source>
      <translation>{name}（新）</translation>
    </message>
    <message>
      <source>{name} ({n})</source>
      <translation>{name}（{n}）</translation>
    </message>
    <message>
      <source>{name} ({when})</source>
      <comment>pattern</comment>
      <translation>{name}（{when}）</translation>
    </message>
    <message>
      <source>{name} added</source>
      <translation>{name}（新增）</translation>
    </message>
    <message>
      <source>{name} copy</source>
      <translation>{name} 副本</translation>
    </message>
    <message>
      <source>{name} deleted</source>
      <translation>{name}（已删除）</translation>
    </message>
    <message>
      <source>{name} has occurred</source>
      <translation>“{name}”已发生</translation>
    </message>
    <message>
      <source>{name} is rated Amber or Red without a reason and a path to green. The report was not recorded as issued; say both, then export it again.</source>
      <translation>“{name}”评为黄或红，但没有写明原因和恢复措施。报告未登记为已发；请补充后重新导出。</translation>
    </message>
    <message>
      <source>{name} {n}</source>
      <translation>{name} {n}</translation>
    </message>
    <message>
      <source>{name}: {then} in the file, {now} here</source>
      <translation>{name}：文件中为 {then}，此处为 {now}</translation>
    </message>
    <message>
      <source>{name}: {what}</source>
      <comment>history</comment>
      <translation>{name}：{what}</translation>
    </message>
    <message>
      <source>{needed} % of “{resource}” is needed at {at}, and {free} % is there.</source>
      <translation>{at}需要“{resource}”{needed}%，可用 {free}%。</translation>
    </message>
    <message>
      <source>{number} (version {version})</source>
      <comment>pattern</comment>
      <translation>{number}（第 {version} 版）</translation>
    </message>
    <message>
      <source>{number} is “{task}”: write {number} for it.</source>
      <translation>{number} 是“{task}”：要指它，请写 {number}。</translation>
    </message>
    <message>
      <source>{n} % complete</source>
      <translation>完成 {n}%</translation>
    </message>
    <message>
      <source>{n} calendars, “{name}” among them, have an older list of holidays than this program ({version}). No date has been moved.</source>
      <translation>有 {n} 个日历（如“{name}”）的节假日比本程序自带的（{version}）旧。尚未改动任何日期。</translation>
    </message>
    <message>
      <source>{n} cell can be pasted.</source>
      <translation>可粘贴 {n} 个单元格。</translation>
    </message>
    <message>
      <source>{n} cell cannot be entered and is skipped.</source>
      <translation>{n} 个单元格无法录入，将跳过。</translation>
    </message>
    <message>
      <source>{n} cell cleared</source>
      <translation>已清除 {n} 个单元格</translation>
    </message>
    <message>
      <source>{n} cell copied</source>
      <translation>已复制 {n} 个单元格</translation>
    </message>
    <message>
      <source>{n} cell filled</source>
      <translation>已填充 {n} 个单元格</translation>
    </message>
    <message>
      <source>{n} cell is read-only and is skipped.</source>
      <translation>{n} 个单元格为只读，将跳过。</translation>
    </message>
    <message>
      <source>{n} cell pasted</source>
      <translation>已粘贴 {n} 个单元格</translation>
    </message>
    <message>
      <source>{n} cells are read-only and are skipped.</source>
      <translation>{n} 个单元格为只读，将跳过。</translation>
    </message>
    <message>
      <source>{n} cells can be pasted.</source>
      <translation>可粘贴 {n} 个单元格。</translation>
    </message>
    <message>
      <source>{n} cells cannot be entered and are skipped.</source>
      <translation>{n} 个单元格无法录入，将跳过。</translation>
    </message>
    <message>
      <source>{n} cells cleared</source>
      <translation>已清除 {n} 个单元格</translation>
    </message>
    <message>
      <source>{n} cells copied</source>
      <translation>已复制 {n} 个单元格</translation>
    </message>
    <message>
      <source>{n} cells filled</source>
      <translation>已填充 {n} 个单元格</translation>
    </message>
    <message>
      <source>{n} cells pasted</source>
      <translation>已粘贴 {n} 个单元格</translation>
    </message>
    <message>
      <source>{n} code of {all} changes.</source>
      <translation>共 {all} 个编码，其中 {n} 个将更改。</translation>
    </message>
    <message>
      <source>{n} codes of {all} change.</source>
      <translation>共 {all} 个编码，其中 {n} 个将更改。</translation>
    </message>
    <message>
      <source>{n} d</source>
      <comment>clock</comment>
      <translation>{n} 天</translation>
    </message>
    <message>
      <source>{n} day</source>
      <translation>{n} 天</translation>
    </message>
    <message>
      <source>{n} day changes.</source>
      <translation>{n} 天有变化。</translation>
    </message>
    <message>
      <source>{n} day early</source>
      <translation>早 {n} 天</translation>
    </message>
    <message>
      <source>{n} day late</source>
      <translation>晚 {n} 天</translation>
    </message>
    <message>
      <source>{n} day: {first} – {last}</source>
      <translation>{n} 天：{first} – {last}</translation>
    </message>
    <message>
      <source>{n} days</source>
      <translation>{n} 天</translation>
    </message>
    <message>
      <source>{n} days change.</source>
      <translation>{n} 天有变化。</translation>
    </message>
    <message>
      <source>{n} days early</source>
      <translation>早 {n} 天</translation>
    </message>
    <message>
      <source>{n} days late</source>
      <translation>晚 {n} 天</translation>
    </message>
    <message>
      <source>{n} days: {first} – {last}</source>
      <translation>{n} 天：{first} – {last}</translation>
    </message>
    <message>
      <source>{n} derived calendar</source>
      <translation>{n} 个派生日历</translation>
    </message>
    <message>
      <source>{n} derived calendars</source>
      <translation>{n} 个派生日历</translation>
    </message>
    <message>
      <source>{n} entries of the file could not be read and are left out.</source>
      <translation>文件中有 {n} 条无法读取，已略过。</translation>
    </message>
    <message>
      <source>{n} entry of the file could not be read and is left out.</source>
      <translation>文件中有 {n} 条无法读取，已略过。</translation>
    </message>
    <message>
      <source>{n} finding</source>
      <translation>{n} 个问题</translation>
    </message>
    <message>
      <source>{n} findings</source>
      <translation>{n} 个问题</translation>
    </message>
    <message>
      <source>{n} h</source>
      <comment>clock</comment>
      <translation>{n} 小时</translation>
    </message>
    <message>
      <source>{n} level across</source>
      <translation>并排 {n} 级</translation>
    </message>
    <message>
      <source>{n} levels across</source>
      <translation>并排 {n} 级</translation>
    </message>
    <message>
      <source>{n} link</source>
      <translation>{n} 条依赖关系</translation>
    </message>
    <message>
      <source>{n} link each way</source>
      <translation>前后各 {n} 步</translation>
    </message>
    <message>
      <source>{n} linked item</source>
      <translation>{n} 项关联</translation>
    </message>
    <message>
      <source>{n} linked items</source>
      <translation>{n} 项关联</translation>
    </message>
    <message>
      <source>{n} links</source>
      <translation>{n} 条依赖关系</translation>
    </message>
    <message>
      <source>{n} links each way</source>
      <translation>前后各 {n} 步</translation>
    </message>
    <message>
      <source>{n} measure failed</source>
      <translation>{n} 项不通过</translation>
    </message>
    <message>
      <source>{n} measures failed</source>
      <translation>{n} 项不通过</translation>
    </message>
    <message>
      <source>{n} milestone</source>
      <translation>{n} 个里程碑</translation>
    </message>
    <message>
      <source>{n} milestones</source>
      <translation>{n} 个里程碑</translation>
    </message>
    <message>
      <source>{n} min</source>
      <comment>clock</comment>
      <translation>{n} 分钟</translation>
    </message>
    <message>
      <source>{n} minute</source>
      <translation>{n} 分钟</translation>
    </message>
    <message>
      <source>{n} minutes</source>
      <translation>{n} 分钟</translation>
    </message>
    <message>
      <source>{n} move is proposed.</source>
      <translation>建议移动 {n} 项任务。</translation>
    </message>
    <message>
      <source>{n} moves are proposed.</source>
      <translation>建议移动 {n} 项任务。</translation>
    </message>
    <message>
      <source>{n} not assessed</source>
      <translation>{n} 项未评估</translation>
    </message>
    <message>
      <source>{n} occurrence</source>
      <translation>{n} 次</translation>
    </message>
    <message>
      <source>{n} occurrences</source>
      <translation>{n} 次</translation>
    </message>
    <message>
      <source>{n} of {count} moves are chosen.</source>
      <translation>已选 {n} 项，共 {count} 项。</translation>
    </message>
    <message>
      <source>{n} of {total}</source>
      <translation>{n} / {total}</translation>
    </message>
    <message>
      <source>{n} open</source>
      <translation>{n} 项未关闭</translation>
    </message>
    <message>
      <source>{n} order of the tasks was tried.</source>
      <translation>共尝试了 {n} 种任务次序。</translation>
    </message>
    <message>
      <source>{n} orders of the tasks were tried.</source>
      <translation>共尝试了 {n} 种任务次序。</translation>
    </message>
    <message>
      <source>{n} page</source>
      <translation>{n} 页</translation>
    </message>
    <message>
      <source>{n} page was printed.</source>
      <translation>已打印 {n} 页。</translation>
    </message>
    <message>
      <source>{n} pages</source>
      <translation>{n} 页</translation>
    </message>
    <message>
      <source>{n} pages were printed.</source>
      <translation>已打印 {n} 页。</translation>
    </message>
    <message>
      <source>{n} passed</source>
      <translation>{n} 项通过</translation>
    </message>
    <message>
      <source>{n} path leads to “{task}”.</source>
      <translation>有 {n} 条路径通向“{task}”。</translation>
    </message>
    <message>
      <source>{n} paths lead to “{task}”.</source>
      <translation>有 {n} 条路径通向“{task}”。</translation>
    </message>
    <message>
      <source>{n} record was changed since, and stays.</source>
      <translation>{n} 条记录之后又有改动，保持不变。</translation>
    </message>
    <message>
      <source>{n} records were changed since, and stay.</source>
      <translation>{n} 条记录之后又有改动，保持不变。</translation>
    </message>
    <message>
      <source>{n} resource</source>
      <translation>{n} 个资源</translation>
    </message>
    <message>
      <source>{n} resources</source>
      <translation>{n} 个资源</translation>
    </message>
    <message>
      <source>{n} row</source>
      <translation>{n} 行</translation>
    </message>
    <message>
      <source>{n} rows</source>
      <translation>{n} 行</translation>
    </message>
    <message>
      <source>{n} skipped (cannot be entered)</source>
      <translation>跳过 {n} 个（无法录入）</translation>
    </message>
    <message>
      <source>{n} skipped (not possible there)</source>
      <translation>跳过 {n} 个（该处不适用）</translation>
    </message>
    <message>
      <source>{n} skipped (read-only)</source>
      <translation>跳过 {n} 个（只读）</translation>
    </message>
    <message>
      <source>{n} step kept</source>
      <translation>已保留 {n} 步</translation>
    </message>
    <message>
      <source>{n} steps kept</source>
      <translation>已保留 {n} 步</translation>
    </message>
    <message>
      <source>{n} summary task among them</source>
      <translation>其中 {n} 个摘要任务</translation>
    </message>
    <message>
      <source>{n} summary tasks among them</source>
      <translation>其中 {n} 个摘要任务</translation>
    </message>
    <message>
      <source>{n} task</source>
      <translation>{n} 个任务</translation>
    </message>
    <message>
      <source>{n} task added</source>
      <translation>新增 {n} 个任务</translation>
    </message>
    <message>
      <source>{n} task copied</source>
      <translation>已复制 {n} 个任务</translation>
    </message>
    <message>
      <source>{n} task gets other dates.</source>
      <translation>{n} 个任务的日期改变。</translation>
    </message>
    <message>
      <source>{n} task goes as planned by {date}</source>
      <translation>到 {date} 按计划完成的任务：{n} 项</translation>
    </message>
    <message>
      <source>{n} task inserted</source>
      <translation>已插入 {n} 项任务</translation>
    </message>
    <message>
      <source>{n} task is added.</source>
      <translation>将新增 {n} 个任务。</translation>
    </message>
    <message>
      <source>{n} task is computed differently from the file. Its recorded dates are kept beside ours.</source>
      <translation>有 {n} 个任务的计算结果与文件不同。文件中记录的日期已与我们的一并保留。</translation>
    </message>
    <message>
      <source>{n} task pasted</source>
      <translation>已粘贴 {n} 个任务</translation>
    </message>
    <message>
      <source>{n} task was added since the baseline: it has no budget, but what it takes counts.</source>
      <translation>基准之后新增了 {n} 项任务：没有预算，但其消耗计入实际。</translation>
    </message>
    <message>
      <source>{n} task was deleted; undo brings it back</source>
      <translation>已删除 {n} 个任务；撤销即可恢复</translation>
    </message>
    <message>
      <source>{n} task with its sub-tasks, links and resources is kept, without dates and progress.</source>
      <translation>保存 {n} 项任务及其链接和资源，不含日期和进度。</translation>
    </message>
    <message>
      <source>{n} tasks</source>
      <translation>{n} 个任务</translation>
    </message>
    <message>
      <source>{n} tasks added</source>
      <translation>新增 {n} 个任务</translation>
    </message>
    <message>
      <source>{n} tasks are added.</source>
      <translation>将新增 {n} 个任务。</translation>
    </message>
    <message>
      <source>{n} tasks are computed differently from the file. Their recorded dates are kept beside ours.</source>
      <translation>有 {n} 个任务的计算结果与文件不同。文件中记录的日期已与我们的一并保留。</translation>
    </message>
    <message>
      <source>{n} tasks copied</source>
      <translation>已复制 {n} 个任务</translation>
    </message>
    <message>
      <source>{n} tasks get other dates.</source>
      <translation>{n} 个任务的日期改变。</translation>
    </message>
    <message>
      <source>{n} tasks go as planned by {date}</source>
      <translation>到 {date} 按计划完成的任务：{n} 项</translation>
    </message>
    <message>
      <source>{n} tasks inserted</source>
      <translation>已插入 {n} 项任务</translation>
    </message>
    <message>
      <source>{n} tasks pasted</source>
      <translation>已粘贴 {n} 个任务</translation>
    </message>
    <message>
      <source>{n} tasks were added since the baseline: they have no budget, but what they take counts.</source>
      <translation>基准之后新增了 {n} 项任务：没有预算，但其消耗计入实际。</translation>
    </message>
    <message>
      <source>{n} tasks were deleted; undo brings them back</source>
      <translation>已删除 {n} 个任务；撤销即可恢复</translation>
    </message>
    <message>
      <source>{n} tasks with their links and resources are kept, without dates and progress.</source>
      <translation>保存 {n} 项任务及其链接和资源，不含日期和进度。</translation>
    </message>
    <message>
      <source>{n} that has been started stays as it is.</source>
      <translation>已开始的 {n} 次保持不变。</translation>
    </message>
    <message>
      <source>{n} up to the last that has been started stay as they are.</source>
      <translation>截至最近一次已开始的共 {n} 次保持不变。</translation>
    </message>
    <message>
      <source>{n} working day</source>
      <translation>{n} 个工作日</translation>
    </message>
    <message>
      <source>{n} working day early</source>
      <translation>早 {n} 个工作日</translation>
    </message>
    <message>
      <source>{n} working day late</source>
      <translation>晚 {n} 个工作日</translation>
    </message>
    <message>
      <source>{n} working days</source>
      <translation>{n} 个工作日</translation>
    </message>
    <message>
      <source>{n} working days</source>
      <comment>health</comment>
      <translation>{n} 个工作日</translation>
    </message>
    <message>
      <source>{n} working days early</source>
      <translation>早 {n} 个工作日</translation>
    </message>
    <message>
      <source>{n} working days late</source>
      <translation>晚 {n} 个工作日</translation>
    </message>
    <message>
      <source>{n} {periods}</source>
      <comment>earned value</comment>
      <translation>{n} {periods}</translation>
    </message>
    <message>
      <source>{n}d</source>
      <comment>duration</comment>
      <translation>{n} 天</translation>
    </message>
    <message>
      <source>{n}ed</source>
      <comment>duration</comment>
      <translation>{n} 自然日</translation>
    </message>
    <message>
      <source>{n}eh</source>
      <comment>duration</comment>
      <translation>{n} 自然小时</translation>
    </message>
    <message>
      <source>{n}em</source>
      <comment>duration</comment>
      <translation>{n} 自然分钟</translation>
    </message>
    <message>
      <source>{n}emo</source>
      <comment>duration</comment>
      <translation>{n} 自然月</translation>
    </message>
    <message>
      <source>{n}ew</source>
      <comment>duration</comment>
      <translation>{n} 自然周</translation>
    </message>
    <message>
      <source>{n}h</source>
      <comment>duration</comment>
      <translation>{n} 小时</translation>
    </message>
    <message>
      <source>{n}m</source>
      <comment>duration</comment>
      <translation>{n} 分钟</translation>
    </message>
    <message>
      <source>{n}mo</source>
      <comment>duration</comment>
      <translation>{n} 个月</translation>
    </message>
    <message>
      <source>{n}w</source>
      <comment>duration</comment>
      <translation>{n} 周</translation>
    </message>
    <message>
      <source>{page} / {count}   {percent} %</source>
      <translation>{page} / {count}   {percent}%</translation>
    </message>
    <message>
      <source>{parts}.</source>
      <translation>{parts}。</translation>
    </message>
    <message>
      <source>{pattern}, from {start} to {end}</source>
      <translation>{pattern}，自 {start} 至 {end}</translation>
    </message>
    <message>
      <source>{pattern}, from {start}, once</source>
      <translation>{pattern}，自 {start} 起，共 1 次</translation>
    </message>
    <message>
      <source>{pattern}, from {start}, {n} times</source>
      <translation>{pattern}，自 {start} 起，共 {n} 次</translation>
    </message>
    <message>
      <source>{pattern}: {count}.</source>
      <translation>{pattern}：实际安排 {count}。</translation>
    </message>
    <message>
      <source>{percent}% of the work is done; the plan ends on {date}, as agreed or earlier.</source>
      <translation>工作已完成 {percent}%，预计 {date} 完工，不晚于约定日期。</translation>
    </message>
    <message>
      <source>{percent}% of the work is done; the plan ends on {date}, {days} working days late.</source>
      <translation>工作已完成 {percent}%，预计 {date} 完工，比约定晚 {days} 个工作日。</translation>
    </message>
    <message>
      <source>{percent}% of the work is done; the plan ends on {date}.</source>
      <translation>工作已完成 {percent}%，预计 {date} 完工。</translation>
    </message>
    <message>
      <source>{percent}% of {duration}; {rest} remain</source>
      <translation>{duration}中已完成 {percent}%，剩余 {rest}</translation>
    </message>
    <message>
      <source>{rating}, changed</source>
      <translation>{rating}，已改</translation>
    </message>
    <message>
      <source>{rule} (at most {limit}; near-critical: at most {near})</source>
      <translation>{rule}（不超过 {limit}；近关键：不超过 {near}）</translation>
    </message>
    <message>
      <source>{rule} (near-critical: float of at most {near})</source>
      <translation>{rule}（近关键：浮动时间不超过 {near}）</translation>
    </message>
    <message>
      <source>{rule}, “{file}”</source>
      <translation>{rule}“{file}”</translation>
    </message>
    <message>
      <source>{said}; not in this plan, and left out: {names}</source>
      <translation>{said}；本计划中没有、因而略去的资源：{names}</translation>
    </message>
    <message>
      <source>{said}; resources that this plan does not have are left out: {names}</source>
      <translation>{said}；本计划中没有的资源将略去：{names}</translation>
    </message>
    <message>
      <source>{series}, in the period</source>
      <translation>{series}，当期</translation>
    </message>
    <message>
      <source>{short_year}</source>
      <comment>time scale</comment>
      <translation>{short_year}</translation>
    </message>
    <message>
      <source>{shown} of {total}</source>
      <translation>{shown} / {total}</translation>
    </message>
    <message>
      <source>{shown} of {total} shown</source>
      <translation>显示 {shown} 条，共 {total} 条</translation>
    </message>
    <message>
      <source>{shown} of {total} tasks</source>
      <translation>{shown} / {total} 个任务</translation>
    </message>
    <message>
      <source>{size} KB</source>
      <translation>{size} KB</translation>
    </message>
    <message>
      <source>{start} – {finish}, {duration}</source>
      <translation>{start} – {finish}，{duration}</translation>
    </message>
    <message>
      <source>{step}, taken back</source>
      <translation>{step}，已撤销</translation>
    </message>
    <message>
      <source>{step}, the present state</source>
      <translation>{step}，当前状态</translation>
    </message>
    <message>
      <source>{tasks} and {milestones} from {start} to {finish}, {critical} of them critical. The grid beside the chart holds the same as a table.</source>
      <translation>共 {tasks}、{milestones}，从 {start} 到 {finish}，其中 {critical} 个为关键任务。旁边的表格列出同样的内容。</translation>
    </message>
    <message>
      <source>{tasks} {levels}, {where}.</source>
      <translation>{tasks}，{levels}，{where}。</translation>
    </message>
    <message>
      <source>{tasks}, {links}</source>
      <translation>{tasks}，{links}</translation>
    </message>
    <message>
      <source>{title}: {n} step was entered.</source>
      <translation>{title}：共录入 {n} 步。</translation>
    </message>
    <message>
      <source>{title}: {n} steps were entered.</source>
      <translation>{title}：共录入 {n} 步。</translation>
    </message>
    <message>
      <source>{title}: {value}</source>
      <translation>{title}：{value}</translation>
    </message>
    <message>
      <source>{title}: {value} (at least {limit}), {verdict}</source>
      <translation>{title}：{value}（至少 {limit}），{verdict}</translation>
    </message>
    <message>
      <source>{title}: {value} (at most {limit}), {verdict}</source>
      <translation>{title}：{value}（至多 {limit}），{verdict}</translation>
    </message>
    <message>
      <source>{title}: {value}, {verdict}</source>
      <translation>{title}：{value}，{verdict}</translation>
    </message>
    <message>
      <source>{title}: {verdict}, because {reason}</source>
      <translation>{title}：{verdict}，因为{reason}</translation>
    </message>
    <message>
      <source>{told} Nothing is changed until moves are accepted.</source>
      <translation>{told}采纳之前不作任何更改。</translation>
    </message>
    <message>
      <source>{told} {note}</source>
      <translation>{told}{note}</translation>
    </message>
    <message>
      <source>{told} {outcome}</source>
      <translation>{told}{outcome}</translation>
    </message>
    <message>
      <source>{total} found</source>
      <translation>找到 {total} 处</translation>
    </message>
    <message>
      <source>{weekday} {day}</source>
      <comment>time scale</comment>
      <translation>{day}日 {weekday}</translation>
    </message>
    <message>
      <source>{weekday} {day} {month} {year}</source>
      <comment>time scale</comment>
      <translation>{year}年{number}月{day}日 {weekday}</translation>
    </message>
    <message>
      <source>{weekday} {day} {month} {year}, {hour}:00</source>
      <comment>time scale</comment>
      <translation>{year}年{number}月{day}日 {weekday} {hour}:00</translation>
    </message>
    <message>
      <source>{weekday} {day} {mon}</source>
      <comment>time scale</comment>
      <translation>{number}月{day}日 {weekday}</translation>
    </message>
    <message>
      <source>{weekday} {day} {mon}, {hour}:00</source>
      <comment>time scale</comment>
      <translation>{number}月{day}日 {weekday} {hour}:00</translation>
    </message>
    <message>
      <source>{week}</source>
      <comment>time scale</comment>
      <translation>{week}</translation>
    </message>
    <message>
      <source>{word} {date}</source>
      <comment>pattern</comment>
      <translation>{date} {word}</translation>
    </message>
    <message>
      <source>{written} is the task number {number}: “{task}” ({code}).</source>
      <translation>{written} 是任务编号 {number}：“{task}”（{code}）。</translation>
    </message>
    <message>
      <source>{written} is “{task}” ({code}).</source>
      <translation>{written} 指“{task}”（{code}）。</translation>
    </message>
    <message>
      <source>{written} is “{task}”.</source>
      <translation>{written} 指“{task}”。</translation>
    </message>
    <message>
      <source>{written} names no task.</source>
      <translation>没有任务叫 {written}。</translation>
    </message>
    <message>
      <source>{year}</source>
      <comment>time scale</comment>
      <translation>{year}年</translation>
    </message>
    <message>
      <source>{year} ({status})</source>
      <translation>{year}（{status}）</translation>
    </message>
    <message>
      <source>{year}s</source>
      <comment>time scale</comment>
      <translation>{year}年代</translation>
    </message>
    <message>
      <source>–</source>
      <comment>rating</comment>
      <translation>–</translation>
    </message>
    <message>
      <source>– leave out –</source>
      <translation>– 不导入 –</translation>
    </message>
    <message>
      <source>“Can slip by” is how much the tasks of a path can slip, one way or another, before they delay this task; the gap is what lies between a path and the task that it joins.</source>
      <translation>“可推迟”是指路径上的任务最多可以推迟多少而不影响此任务；“间隔”是路径末端与它汇入的任务之间的空余时间。</translation>
    </message>
    <message>
      <source>“Must finish by” of the project is its planned finish; late dates are not counted from it.</source>
      <translation>项目的“必须完成日期”读为计划完成日期；最晚日期不由它倒推。</translation>
    </message>
    <message>
      <source>“Split a bar with the mouse”, then drag in a bar</source>
      <translation>选“用鼠标拆分条形”，再在条形上拖动</translation>
    </message>
    <message>
      <source>“Strong” links, read as the earliest moment rather than the exact one: {n}</source>
      <translation>“强”链接，读作最早时刻而非确切时刻：{n}</translation>
    </message>
    <message>
      <source>“{field}” cannot be empty. Nothing was changed; please enter a value.</source>
      <translation>“{field}”不能为空。未作任何更改，请填写内容。</translation>
    </message>
    <message>
      <source>“{field}” cannot be typed into a cell. Nothing was changed; open the details of the task.</source>
      <translation>“{field}”不能在单元格中输入。未作任何更改；请打开任务的详细信息。</translation>
    </message>
    <message>
      <source>“{field}” compares with a baseline, which is never edited. Nothing was changed; capture a new baseline.</source>
      <translation>“{field}”来自基准，基准不可编辑。未作任何更改；请保存新的基准。</translation>
    </message>
    <message>
      <source>“{field}” counts open items of a register. Nothing was changed; edit them on their page.</source>
      <translation>“{field}”是登记册中未关闭项目的数量。未作任何更改；请在相应页面中编辑。</translation>
    </message>
    <message>
      <source>“{field}” follows from baseline, progress and cost. Nothing was changed; enter progress or actual cost.</source>
      <translation>“{field}”由基准、进度和成本得出。未作任何更改；请填写进度或实际成本。</translation>
    </message>
    <message>
      <source>“{field}” follows from dates and progress. Nothing was changed; enter the progress.</source>
      <translation>“{field}”由日期和进度得出。未作任何更改；请填写进度。</translation>
    </message>
    <message>
      <source>“{field}” follows from the outline. Nothing was changed; indent, outdent or move the task.</source>
      <translation>“{field}”由大纲结构得出。未作任何更改；请升降级或移动任务。</translation>
    </message>
    <message>
      <source>“{field}” follows from the work of the resources. Nothing was changed; change their assignments.</source>
      <translation>“{field}”由资源的工时得出。未作任何更改；请修改资源分配。</translation>
    </message>
    <message>
      <source>“{field}” follows from work, rates and fixed cost. Nothing was changed; change those or the actual cost.</source>
      <translation>“{field}”由工时、费率和固定成本得出。未作任何更改；请修改这些内容或实际成本。</translation>
    </message>
    <message>
      <source>“{field}” follows from “{other}”. Nothing was changed; type into that.</source>
      <translation>“{field}”由“{other}”得出。未作任何更改；请在“{other}”中输入。</translation>
    </message>
    <message>
      <source>“{field}” is calculated. Nothing was changed; change the duration, the links or the constraint of the task.</source>
      <translation>“{field}”由计算得出。未作任何更改；请修改任务的工期、依赖关系或限制。</translation>
    </message>
    <message>
      <source>“{field}” is kept by the program. Nothing was changed.</source>
      <translation>“{field}”由程序自动维护。未作任何更改。</translation>
    </message>
    <message>
      <source>“{field}” is what the imported file recorded. Nothing was changed; it stays for comparison.</source>
      <translation>“{field}”是导入文件中的记录，保留用于对比。未作任何更改。</translation>
    </message>
    <message>
      <source>“{field}” must lie between {low} and {high}. Nothing was changed.</source>
      <translation>“{field}”必须在 {low} 到 {high} 之间。未作任何更改。</translation>
    </message>
    <message>
      <source>“{field}” of “{task}” is the sum of its sub-tasks. Nothing was changed; edit those.</source>
      <translation>“{task}”的“{field}”是其子任务之和。未作任何更改；请修改子任务。</translation>
    </message>
    <message>
      <source>“{field}” refers to something that is no longer in the project. Nothing was changed.</source>
      <translation>“{field}”所指的内容已不在项目中。未作任何更改。</translation>
    </message>
    <message>
      <source>“{field}” tells links of the task. Nothing was changed; type into “{other}” of the task that waits.</source>
      <translation>“{field}”显示任务的依赖关系。未作任何更改；请在后续任务的“{other}”中输入。</translation>
    </message>
    <message>
      <source>“{file}” holds no list of holidays that can be read. Nothing was changed; iCalendar (.ics), CSV with a column “date”, and JSON are understood.</source>
      <translation>“{file}”中没有可读取的节假日列表，未作任何更改。支持 iCalendar（.ics）、带“日期”列的 CSV 以及 JSON。</translation>
    </message>
    <message>
      <source>“{file}” is too big for a list of holidays. Nothing was changed.</source>
      <translation>“{file}”过大，不像节假日列表，未作任何更改。</translation>
    </message>
    <message>
      <source>“{line}” does not say what was promised. Nothing was changed; write “who: what by when”.</source>
      <translation>“{line}”没有写明承诺了什么。未作任何更改；请写成“谁：什么事，何时前”。</translation>
    </message>
    <message>
      <source>“{name}” cannot be read as a table. Nothing was imported; save it again as .xlsx or .csv.</source>
      <translation>“{name}”无法作为表格读取。未导入任何内容；请重新另存为 .xlsx 或 .csv。</translation>
    </message>
    <message>
      <source>“{name}” cannot be read. Nothing was imported; check that the file is there and may be opened.</source>
      <translation>无法读取“{name}”。未导入任何内容；请检查文件是否存在、是否允许打开。</translation>
    </message>
    <message>
      <source>“{name}” cannot be the name of a file here. Nothing was written; choose a shorter, plainer name.</source>
      <translation>此处不能使用“{name}”作为文件名。没有写入任何内容；请换一个更短、更简单的名称。</translation>
    </message>
    <message>
      <source>“{name}” contains a document type or entities, which a plan never needs and which can do harm. Nothing was imported.</source>
      <translation>“{name}”含有文档类型声明或实体，计划文件从不需要这些内容，而且可能有害。未导入任何内容。</translation>
    </message>
    <message>
      <source>“{name}” contains something that Pilotage never puts there (“{what}”) and was not opened for your safety. Nothing was changed; ask whoever sent it.</source>
      <translation>“{name}”含有领航不会写入的内容（“{what}”），为安全起见没有打开。没有改动任何内容；请向文件的发送者核实。</translation>
    </message>
    <message>
      <source>“{name}” could not be opened. Nothing was imported; is it there, and may you read it?</source>
      <translation>“{name}”无法打开。未导入任何内容；请检查文件是否存在、是否有读取权限。</translation>
    </message>
    <message>
      <source>“{name}” fits several people: {people}. Nothing was changed; please write the full name.</source>
      <translation>“{name}”对应多个人：{people}。未作任何更改，请写全名。</translation>
    </message>
    <message>
      <source>“{name}” fits several records, so the row is left out; match by number instead.</source>
      <translation>“{name}”与多条记录同名，该行已略过；请改为按编号匹配。</translation>
    </message>
    <message>
      <source>“{name}” has already become issue {issue}. Nothing was changed; open that issue instead.</source>
      <translation>“{name}”已转为问题 {issue}。未作任何更改，请直接打开该问题。</translation>
    </message>
    <message>
      <source>“{name}” has already been taken into this project. Nothing was changed; undo that first.</source>
      <translation>“{name}”已经导入本项目，未作任何更改；请先撤消那次导入。</translation>
    </message>
    <message>
      <source>“{name}” has been decided and stays as it is. Nothing was changed; supersede it instead.</source>
      <translation>“{name}”已经决定并保持原样。未作任何更改；请用新决策替代它。</translation>
    </message>
    <message>
      <source>“{name}” has no column with names of tasks. Nothing was imported; give one the title “Task name”.</source>
      <translation>“{name}”没有任务名称列。未导入任何内容；请将其中一列的标题改为“任务名称”。</translation>
    </message>
    <message>
      <source>“{name}” has no rows below a header. Nothing was imported.</source>
      <translation>“{name}”的表头下没有数据行。未导入任何内容。</translation>
    </message>
    <message>
      <source>“{name}” held {count} values that do not belong together. They were set right here; the file itself changes with your next edit, after a backup.</source>
      <translation>“{name}”中有 {count} 处数据前后不一致，已在此修正；文件本身会在您下次修改时更新，更新前会先备份。</translation>
    </message>
    <message>
      <source>“{name}” is XML, but not a plan saved by GanttProject. Nothing was imported; in GanttProject, choose “Project – Save as”.</source>
      <translation>“{name}”是 XML，但不是 GanttProject 保存的计划。未导入任何内容；请在 GanttProject 中选择“项目 – 另存为”。</translation>
    </message>
    <message>
      <source>“{name}” is XML, but not a plan saved by Microsoft Project. Nothing was imported; in Project, choose “Save as” and the type “XML”.</source>
      <translation>“{name}”是 XML 文件，但不是 Microsoft Project 保存的计划。未导入任何内容；请在 Project 中选择“另存为”，类型选“XML”。</translation>
    </message>
    <message>
      <source>“{name}” is a database of another program, not a Pilotage project. Nothing was changed.</source>
      <translation>“{name}”是其他程序的数据库，不是领航项目文件。没有改动任何内容。</translation>
    </message>
    <message>
      <source>“{name}” is a folder, not a file. Nothing was changed; choose another name.</source>
      <translation>“{name}”是文件夹，不是文件。没有改动任何内容；请换一个名称。</translation>
    </message>
    <message>
      <source>“{name}” is being edited by {who} on {where} since {since}. Nothing was changed; you can open it for reading only.</source>
      <translation>{who} 自 {since} 起正在 {where} 上编辑“{name}”。没有改动任何内容；您可以以只读方式打开。</translation>
    </message>
    <message>
      <source>“{name}” is damaged or not an XML file (line {line}). Nothing was imported; please save it once more in the program it comes from.</source>
      <translation>“{name}”已损坏或不是 XML 文件（第 {line} 行）。未导入任何内容；请在原来的程序中重新保存一次。</translation>
    </message>
    <message>
      <source>“{name}” is damaged. The file has been left as it is; restore a backup to go on working.</source>
      <translation>“{name}”已损坏。文件保持原样；请恢复备份后继续工作。</translation>
    </message>
    <message>
      <source>“{name}” is empty (0 bytes). Nothing was imported; please get the file once more from its sender.</source>
      <translation>“{name}”是空文件（0 字节）。未导入任何内容；请向发送方重新索取。</translation>
    </message>
    <message>
      <source>“{name}” is empty: its content never arrived or was lost. The file has been left as it is; get it again or restore a backup.</source>
      <translation>“{name}”是空文件：内容没有传完或已丢失。文件保持原样；请重新获取文件，或恢复备份。</translation>
    </message>
    <message>
      <source>“{name}” is in the file format of Microsoft Project itself, which only Microsoft Project reads. Nothing was changed; choose File › Save As › XML Format there and open that file.</source>
      <translation>“{name}”是 Microsoft Project 自有格式的文件，只有 Microsoft Project 能读取。没有改动任何内容；请在 Microsoft Project 中选择“文件 › 另存为 › XML 格式”，再打开另存的文件。</translation>
    </message>
    <message>
      <source>“{name}” is in the old Excel format. Nothing was imported; save it as .xlsx and try again.</source>
      <translation>“{name}”是旧版 Excel 格式。未导入任何内容；请另存为 .xlsx 后重试。</translation>
    </message>
    <message>
      <source>“{name}” is incomplete: its end is missing, as after an interrupted copy. The file has been left as it is; copy it again or restore a backup.</source>
      <translation>“{name}”不完整：文件末尾缺失，可能是复制中断所致。文件保持原样；请重新复制，或恢复备份。</translation>
    </message>
    <message>
      <source>“{name}” is larger than {limit} MB, more than any project. Nothing was changed.</source>
      <translation>“{name}”超过 {limit} MB，大于任何正常的项目文件。没有改动任何内容。</translation>
    </message>
    <message>
      <source>“{name}” is larger than {limit} MB. Nothing was imported; a plan of this size cannot be read.</source>
      <translation>“{name}”大于 {limit} MB。未导入任何内容；无法读取这么大的计划。</translation>
    </message>
    <message>
      <source>“{name}” is nested more than {limit} levels deep, which no plan is. Nothing was imported.</source>
      <translation>“{name}”嵌套超过 {limit} 层，任何计划都不会如此。未导入任何内容。</translation>
    </message>
    <message>
      <source>“{name}” is not a Pilotage project. Nothing was changed; open a .pilotage file, or a plan saved as XML.</source>
      <translation>“{name}”不是领航项目文件。没有改动任何内容；请打开 .pilotage 文件，或另存为 XML 的计划。</translation>
    </message>
    <message>
      <source>“{name}” is not a date such as 2026-06-30. Nothing was done.</source>
      <translation>“{name}”不是 2026-06-30 这样的日期，未做任何操作。</translation>
    </message>
    <message>
      <source>“{name}” is not a file. Nothing was changed; choose a project file.</source>
      <translation>“{name}”不是文件。没有改动任何内容；请选择项目文件。</translation>
    </message>
    <message>
      <source>“{name}” is not a period. Nothing was done; there are {known}.</source>
      <translation>“{name}”不是可用的周期，未做任何操作。可用的有：{known}。</translation>
    </message>
    <message>
      <source>“{name}” is not a plan exported by Primavera P6, or it is damaged. Nothing was imported; in P6, export the project once more as “Primavera PM (XER)”.</source>
      <translation>“{name}”不是 Primavera P6 导出的计划，或文件已损坏。未导入任何内容；请在 P6 中以“Primavera PM (XER)”格式重新导出该项目。</translation>
    </message>
    <message>
      <source>“{name}” is not a profile of the health check. Nothing was done; there are {known}.</source>
      <translation>“{name}”不是健康检查的标准。未做任何操作；可用的有：{known}。</translation>
    </message>
    <message>
      <source>“{name}” is not an audience. Nothing was written; --audience is client or team.</source>
      <translation>“{name}”不是可选的读者。未写入任何内容；--audience 只能是 client 或 team。</translation>
    </message>
    <message>
      <source>“{name}” is not there (any more). Nothing was changed; look for it in another folder.</source>
      <translation>找不到“{name}”。没有改动任何内容；请到其他文件夹中查找。</translation>
    </message>
    <message>
      <source>“{name}” is of a kind that cannot be used here. Nothing was done; supported are {known}.</source>
      <translation>“{name}”的类型在这里不能使用，未执行任何操作；支持的类型有 {known}。</translation>
    </message>
    <message>
      <source>“{name}” is of the same kind already. Nothing was written; copy the file instead.</source>
      <translation>“{name}”已经是同一种类型，未写出任何内容；直接复制文件即可。</translation>
    </message>
    <message>
      <source>“{name}” is still used by “{user}”. Nothing was deleted; change that first.</source>
      <translation>“{name}”仍被“{user}”使用。未删除任何内容，请先修改后者。</translation>
    </message>
    <message>
      <source>“{name}” is too large to be a table of tasks. Nothing was imported; split it and try again.</source>
      <translation>“{name}”太大，无法作为任务表读取。未导入任何内容；请拆分后重试。</translation>
    </message>
    <message>
      <source>“{name}” is write-protected and is open for reading only. Save a copy to edit it.</source>
      <translation>“{name}”有写保护，已以只读方式打开。如需编辑，请另存副本。</translation>
    </message>
    <message>
      <source>“{name}” lies on a shared or synchronised drive. You are working on a copy on this computer; it is brought back when you close the project or make a restore point.</source>
      <translation>“{name}”位于共享或同步盘上。您正在本机的副本上工作；关闭项目或创建还原点时会写回原处。</translation>
    </message>
    <message>
      <source>“{name}” may not be read by you. Nothing was changed; ask its owner for access.</source>
      <translation>您没有读取“{name}”的权限。没有改动任何内容；请向文件所有者申请权限。</translation>
    </message>
    <message>
      <source>“{name}” may not be written there: the file or its folder is protected. Nothing was changed; choose another folder.</source>
      <translation>无法在该处写入“{name}”：文件或其文件夹受保护。没有改动任何内容；请选择其他文件夹。</translation>
    </message>
    <message>
      <source>“{name}” was changed by somebody else meanwhile. Nothing was overwritten: their version kept its name, your edits are in “{ours}” in the same folder.</source>
      <translation>“{name}”在此期间被他人修改。没有覆盖任何内容：对方的版本保留原名，您的修改保存在同一文件夹的“{ours}”中。</translation>
    </message>
    <message>
      <source>“{name}” was deleted; undo brings it back</source>
      <translation>“{name}”已删除；撤销即可恢复</translation>
    </message>
    <message>
      <source>“{name}” was moved, replaced or deleted outside Pilotage, so this edit was not made. What you see is unharmed; save a copy of it under another name.</source>
      <translation>“{name}”已在领航之外被移动、替换或删除，因此本次修改没有生效。您看到的内容完好；请用其他名称另存副本。</translation>
    </message>
    <message>
      <source>“{name}” was not closed properly last time, and the traces could not be copied to “{folder}”. The project itself is open and complete.</source>
      <translation>“{name}”上次没有正常关闭，现场记录未能复制到“{folder}”。项目已打开，内容完整。</translation>
    </message>
    <message>
      <source>“{name}” was read into this project.</source>
      <translation>“{name}”已读入本项目。</translation>
    </message>
    <message>
      <source>“{name}” was read. One step of undo takes all of it back.</source>
      <translation>已读取“{name}”。撤销一步即可全部还原。</translation>
    </message>
    <message>
      <source>“{name}” was saved by Pilotage {program} and needs at least that version. The file has been left as it is; update Pilotage to open it.</source>
      <translation>“{name}”由领航 {program} 保存，需要该版本或更高版本。文件保持原样；请升级领航后再打开。</translation>
    </message>
    <message>
      <source>“{name}” was saved by a newer version of Pilotage (file format {format}, this one reads up to {known}). The file has been left as it is; update Pilotage to open it.</source>
      <translation>“{name}”由更新版本的领航保存（文件格式 {format}，当前版本最高支持 {known}）。文件保持原样；请升级领航后再打开。</translation>
    </message>
    <message>
      <source>“{other}”, which contains it, may not start before {date}.</source>
      <translation>所属的摘要任务“{other}”不得早于 {date} 开始。</translation>
    </message>
    <message>
      <source>“{predecessor}” and “{successor}” already have this link. Nothing was changed.</source>
      <translation>“{predecessor}”与“{successor}”之间已有此依赖关系。未作任何更改。</translation>
    </message>
    <message>
      <source>“{resource}” is not there at {at}.</source>
      <translation>{at}“{resource}”不在岗。</translation>
    </message>
    <message>
      <source>“{resource}” works on “{task}” already. Nothing was changed.</source>
      <translation>“{resource}”已分配给“{task}”。未作任何更改。</translation>
    </message>
    <message>
      <source>“{resource}”, {start} – {finish}: not there, but needed for {tasks}.</source>
      <translation>“{resource}”，{start} 至 {finish}：不在岗，但{tasks}需要。</translation>
    </message>
    <message>
      <source>“{resource}”, {start} – {finish}: {needed} % is needed and {there} % is there, for {tasks}.</source>
      <translation>“{resource}”，{start} 至 {finish}：需要 {needed}%，可用 {there}%，涉及{tasks}。</translation>
    </message>
    <message>
      <source>“{summary}” contains “{task}”, so the link between them is left out.</source>
      <translation>“{task}”属于摘要任务“{summary}”，两者之间的链接未参与计算。</translation>
    </message>
    <message>
      <source>“{summary}” contains “{task}”, so the two cannot be linked. Nothing was changed.</source>
      <translation>“{summary}”包含“{task}”，两者不能相互关联。未作任何更改。</translation>
    </message>
    <message>
      <source>“{summary}” is finished and would be open again</source>
      <translation>“{summary}”已完成，放入后将重新变为未完成</translation>
    </message>
    <message>
      <source>“{summary}” was finished. It is open again, {n} % complete, because of what is new below it.</source>
      <translation>“{summary}”原已完成；因其下新增了任务，现重新变为未完成（完成{n}%）。</translation>
    </message>
    <message>
      <source>“{summary}” was finished. Now it is a summary: its dates and progress follow from its sub-tasks, and it is {n} % complete. What was recorded for itself counts no longer.</source>
      <translation>“{summary}”原已完成，现成为摘要任务：日期和进度由子任务汇总得出，目前完成{n}%；其自身原先记录的实际进度不再计入。</translation>
    </message>
    <message>
      <source>“{task}” began on {start}, its actual start, and finishes on {finish}.</source>
      <translation>“{task}”于 {start} 开始（实际开始时间），于 {finish} 完成。</translation>
    </message>
    <message>
      <source>“{task}” can only be split within its work. Nothing was changed.</source>
      <translation>只能在“{task}”的工作期间内拆分。未作任何更改。</translation>
    </message>
    <message>
      <source>“{task}” cannot be moved into itself. Nothing was changed.</source>
      <translation>“{task}”不能移到自己里面。未作任何更改。</translation>
    </message>
    <message>
      <source>“{task}” cannot become any shorter. Nothing was changed.</source>
      <translation>“{task}”不能再缩短。未作任何更改。</translation>
    </message>
    <message>
      <source>“{task}” cannot depend on itself. Nothing was changed.</source>
      <translation>“{task}”不能依赖自己。未作任何更改。</translation>
    </message>
    <message>
      <source>“{task}” finished before it started; the finish is used for both.</source>
      <translation>“{task}”的实际完成时间早于实际开始时间，两者均按完成时间计算。</translation>
    </message>
    <message>
      <source>“{task}” finishes after its deadline {date}.</source>
      <translation>“{task}”的完成时间晚于期限 {date}。</translation>
    </message>
    <message>
      <source>“{task}” finishes after {date}, when another project needs it.</source>
      <translation>“{task}”的完成时间晚于其他项目需要它的时间 {date}。</translation>
    </message>
    <message>
      <source>“{task}” follows its links and starts on {start}.</source>
      <translation>“{task}”随链接安排，于 {start} 开始。</translation>
    </message>
    <message>
      <source>“{task}” follows its links: it starts on {start}, not on {wanted}.</source>
      <translation>“{task}”随链接安排：于 {start} 开始，而不是 {wanted}。</translation>
    </message>
    <message>
      <source>“{task}” has a constraint without a date; it is scheduled as soon as possible.</source>
      <translation>“{task}”的限制条件没有日期，按“越早越好”安排。</translation>
    </message>
    <message>
      <source>“{task}” has a duration of {years} years; two centuries are used instead.</source>
      <translation>“{task}”的工期长达 {years} 年，已按 200 年计算。</translation>
    </message>
    <message>
      <source>“{task}” has no links.</source>
      <translation>“{task}”没有链接。</translation>
    </message>
    <message>
      <source>“{task}” has no task above it at its level to change places with. Nothing was changed.</source>
      <translation>“{task}”在本层级中已排在最前，无法上移。未作任何更改。</translation>
    </message>
    <message>
      <source>“{task}” has no task above it to belong to. Nothing was changed.</source>
      <translation>“{task}”上方没有可归属的任务。未作任何更改。</translation>
    </message>
    <message>
      <source>“{task}” has no task below it at its level to change places with. Nothing was changed.</source>
      <translation>“{task}”在本层级中已排在最后，无法下移。未作任何更改。</translation>
    </message>
    <message>
      <source>“{task}” has the WBS code {wbs} already. Nothing was changed; type another one.</source>
      <translation>“{task}”已使用 WBS 编码 {wbs}。未作任何更改；请输入其他编码。</translation>
    </message>
    <message>
      <source>“{task}” has the date {date}, which cannot be meant; it is left out.</source>
      <translation>“{task}”的日期 {date} 不合理，未予采用。</translation>
    </message>
    <message>
      <source>“{task}” is a summary task; its constraint is left out. Only the earliest start and the latest finish of a summary can be set.</source>
      <translation>“{task}”是摘要任务，其限制条件未予采用。摘要任务只能设置最早开始和最晚完成时间。</translation>
    </message>
    <message>
      <source>“{task}” is already at the top level. Nothing was changed.</source>
      <translation>“{task}”已在最高层。未作任何更改。</translation>
    </message>
    <message>
      <source>“{task}” is as late as possible and takes the float of the tasks after it.</source>
      <translation>“{task}”设为越晚越好，占用了后续任务的浮动时间。</translation>
    </message>
    <message>
      <source>“{task}” is in one piece already. Nothing was changed.</source>
      <translation>“{task}”没有拆分。未作任何更改。</translation>
    </message>
    <message>
      <source>“{task}” is in one piece, takes {duration} and finishes on {finish}.</source>
      <translation>“{task}”为一段，工期 {duration}，于 {finish} 完成。</translation>
    </message>
    <message>
      <source>“{task}” is in {n} parts, takes {duration} and finishes on {finish}.</source>
      <translation>“{task}”分为 {n} 段，工期 {duration}，于 {finish} 完成。</translation>
    </message>
    <message>
      <source>“{task}” is linked to itself; the link is left out.</source>
      <translation>“{task}”链接到自身，该链接未参与计算。</translation>
    </message>
    <message>
      <source>“{task}” is linked with “{summary}”, so it cannot become a part of it. Nothing was changed; remove the link first.</source>
      <translation>“{task}”与“{summary}”之间有链接，不能成为它的子任务。未作任何更改；请先取消链接。</translation>
    </message>
    <message>
      <source>“{task}” is not a recurring task. Nothing was changed.</source>
      <translation>“{task}”不是周期性任务。未作任何更改。</translation>
    </message>
    <message>
      <source>“{task}” is pinned to {date}, but “{predecessor}” is not done by then.</source>
      <translation>“{task}”固定在 {date}，但届时“{predecessor}”尚未完成。</translation>
    </message>
    <message>
      <source>“{task}” is planned by hand to start before “{predecessor}” allows it to.</source>
      <translation>“{task}”手动安排的时间早于“{predecessor}”允许的时间。</translation>
    </message>
    <message>
      <source>“{task}” is planned by hand to start on {date}.</source>
      <translation>“{task}”手动安排于 {date} 开始。</translation>
    </message>
    <message>
      <source>“{task}” is planned to finish before it starts; the start is used for both.</source>
      <translation>“{task}”的计划完成时间早于开始时间，两者均按开始时间计算。</translation>
    </message>
    <message>
      <source>“{task}” is planned to start on {start}, after the status date {date}. Nothing was changed; move the status date or the task first.</source>
      <translation>“{task}”计划于 {start} 开始，晚于状态日期 {date}。未作任何更改；请先调整状态日期或任务。</translation>
    </message>
    <message>
      <source>“{task}” is scheduled by hand, in one piece. Nothing was changed.</source>
      <translation>“{task}”为手动计划，不能拆分。未作任何更改。</translation>
    </message>
    <message>
      <source>“{task}” is scheduled by hand: it starts on {start}, and links do not move it.</source>
      <translation>“{task}”为手动计划：于 {start} 开始，链接不会移动它。</translation>
    </message>
    <message>
      <source>“{task}” is to finish no later than {date}.</source>
      <translation>“{task}”要求不得晚于 {date} 完成。</translation>
    </message>
    <message>
      <source>“{task}” is to start no later than {date}.</source>
      <translation>“{task}”要求不得晚于 {date} 开始。</translation>
    </message>
    <message>
      <source>“{task}” is {code} in “{summary}” now.</source>
      <translation>“{task}”现为“{summary}”中的 {code}。</translation>
    </message>
    <message>
      <source>“{task}” is {code} now.</source>
      <translation>“{task}”现为 {code}。</translation>
    </message>
    <message>
      <source>“{task}” is {n} % complete.</source>
      <translation>“{task}”已完成 {n}%。</translation>
    </message>
    <message>
      <source>“{task}” is {percent} % complete; it counts as {used} %.</source>
      <translation>“{task}”的完成百分比为 {percent}%，按 {used}% 计算。</translation>
    </message>
    <message>
      <source>“{task}” lies below itself in the outline; it is treated as a task of its own.</source>
      <translation>“{task}”在大纲中成了自己的下级，已按独立任务处理。</translation>
    </message>
    <message>
      <source>“{task}” must finish on {date}.</source>
      <translation>“{task}”必须于 {date} 完成。</translation>
    </message>
    <message>
      <source>“{task}” must start on {date}.</source>
      <translation>“{task}”必须于 {date} 开始。</translation>
    </message>
    <message>
      <source>“{task}” must start on {start}, whatever its links say.</source>
      <translation>“{task}”必须于 {start} 开始，不论链接如何。</translation>
    </message>
    <message>
      <source>“{task}” names a calendar that is not in the project; the project calendar is used.</source>
      <translation>“{task}”指定的日历不在项目中，已改用项目日历。</translation>
    </message>
    <message>
      <source>“{task}” needs {demand} of “{resource}” at once, but there are never more than {capacity}. Nothing was changed; give it more of the resource, or less work at once.</source>
      <translation>“{task}”需要同时占用 {demand} 个单位的“{resource}”，而该资源最多只有 {capacity} 个单位。未作任何更改；请增加该资源的可用量，或减少同时占用的数量。</translation>
    </message>
    <message>
      <source>“{task}” only got longer: it cannot start before {start}. It takes {duration} until {finish}.</source>
      <translation>“{task}”只是工期变长：最早只能{start}开始，工期{duration}，至{finish}完成。</translation>
    </message>
    <message>
      <source>“{task}” only got longer: its levelling delay holds the start at {start}. It takes {duration} until {finish}.</source>
      <translation>“{task}”只是工期变长：受资源调配延迟约束，仍于{start}开始，工期{duration}，至{finish}完成。</translation>
    </message>
    <message>
      <source>“{task}” only got longer: its links hold the start at {start}. It takes {duration} until {finish}.</source>
      <translation>“{task}”只是工期变长：受链接约束，仍于{start}开始，工期{duration}，至{finish}完成。</translation>
    </message>
    <message>
      <source>“{task}” started before “{predecessor}” allowed it to.</source>
      <translation>“{task}”在“{predecessor}”允许之前就已开始（逻辑倒置）。</translation>
    </message>
    <message>
      <source>“{task}” starts before the project does.</source>
      <translation>“{task}”的开始时间早于项目开始时间。</translation>
    </message>
    <message>
      <source>“{task}” starts no earlier than {start}.</source>
      <translation>“{task}”不得早于 {start} 开始。</translation>
    </message>
    <message>
      <source>“{task}” starts no earlier than {wanted}; it cannot before {start}.</source>
      <translation>“{task}”不得早于{wanted}开始；最早只能{start}开始。</translation>
    </message>
    <message>
      <source>“{task}” starts no earlier than {wanted}; its levelling delay holds it until {start}.</source>
      <translation>“{task}”不得早于{wanted}开始；受资源调配延迟约束，要到{start}才能开始。</translation>
    </message>
    <message>
      <source>“{task}” starts no earlier than {wanted}; its links hold it until {start}.</source>
      <translation>“{task}”不得早于 {wanted} 开始；受链接约束，于 {start} 开始。</translation>
    </message>
    <message>
      <source>“{task}” starts on {start} and finishes on {finish}; its constraint stays of its kind.</source>
      <translation>“{task}”于 {start} 开始，于 {finish} 完成；限制类型不变。</translation>
    </message>
    <message>
      <source>“{task}” takes {duration} and finishes no earlier than {finish}.</source>
      <translation>“{task}”工期 {duration}，不得早于 {finish} 完成。</translation>
    </message>
    <message>
      <source>“{task}” takes {duration} and finishes on {finish}.</source>
      <translation>“{task}”工期 {duration}，于 {finish} 完成。</translation>
    </message>
    <message>
      <source>“{task}” takes {duration} and must finish on {finish}, whatever its links say.</source>
      <translation>“{task}”工期 {duration}，必须于 {finish} 完成，不论链接如何。</translation>
    </message>
    <message>
      <source>“{task}” took place from {start} to {finish}: these are actual dates.</source>
      <translation>“{task}”于 {start} 至 {finish} 进行：均为实际日期。</translation>
    </message>
    <message>
      <source>“{task}” would end after {date}; dates beyond that are not reliable.</source>
      <translation>“{task}”的完成时间将晚于 {date}，此后的日期不可靠。</translation>
    </message>
    <message>
      <source>“{task}”: {date} lies before the project start, {start}. The date was taken.</source>
      <translation>“{task}”：{date} 早于项目开始日期 {start}，日期已录入。</translation>
    </message>
    <message>
      <source>“{text}” is not a command that Pilotage knows. Nothing was done; “pilotage --help” lists them all.</source>
      <translation>Pilotage 不认识命令“{text}”，未执行任何操作；“pilotage --help”列出全部命令。</translation>
    </message>
    <message>
      <source>“{text}” lacks something, or has an option that this command does not know. Nothing was done; it is used like this: {usage}; “pilotage --help” says more.</source>
      <translation>“{text}”缺少内容，或含有此命令不认识的选项。未执行任何操作；用法：{usage}；详见“pilotage --help”。</translation>
    </message>
    <message>
      <source>“{text}” was not pasted: {reason}</source>
      <translation>“{text}”未能粘贴：{reason}</translation>
    </message>
    <message>
      <source>“{value}” cannot be part of a WBS code, because it parts predecessors. Nothing was changed.</source>
      <translation>WBS 编码中不能含有“{value}”，因为它用于分隔前置任务。未作任何更改。</translation>
    </message>
    <message>
      <source>“{value}” cannot be read as predecessors. Nothing was changed; write 12 or 12FS+2d;15SS.</source>
      <translation>无法把“{value}”读作前置任务。未作任何更改；请写成 12 或 12FS+2d;15SS。</translation>
    </message>
    <message>
      <source>“{value}” cannot be read as “{field}”. Nothing was changed.</source>
      <translation>无法把“{value}”读作“{field}”。未作任何更改。</translation>
    </message>
    <message>
      <source>“{value}” is not a date that exists. Nothing was changed; try 2026-06-30, 6/30 or +5d.</source>
      <translation>“{value}”不是存在的日期。未作任何更改；可写 2026-06-30、6/30、6月30日 或 +5d。</translation>
    </message>
    <message>
      <source>“{value}” is not a duration. Nothing was changed; try 3d, 4h, 2w or 3ed.</source>
      <translation>“{value}”不是工期。未作任何更改；可写 3d、4h、2w、3ed 或 3天。</translation>
    </message>
    <message>
      <source>“{value}” is not a language of messages. Nothing was done; the languages are: zh, en.</source>
      <translation>“{value}”不是可用的消息语言，未执行任何操作；可用的语言有：zh、en。</translation>
    </message>
    <message>
      <source>“{value}” is not a number.</source>
      <translation>“{value}”不是数字。</translation>
    </message>
    <message>
      <source>“{value}” is not a report language. Nothing was written; the languages are: {known}.</source>
      <translation>“{value}”不是报告语言，未写出任何内容；可用的语言有：{known}。</translation>
    </message>
    <message>
      <source>“{value}” is not a share. Nothing was changed; write Anna [50%].</source>
      <translation>“{value}”不是有效的单位。未作任何更改；请写成“李雷 [50%]”。</translation>
    </message>
    <message>
      <source>“{value}” is not a whole number. Nothing was changed.</source>
      <translation>“{value}”不是整数。未作任何更改。</translation>
    </message>
    <message>
      <source>“{value}” is not an amount of money. Nothing was changed.</source>
      <translation>“{value}”不是金额。未作任何更改。</translation>
    </message>
    <message>
      <source>“{value}” is not an audience. Nothing was written; the audiences are: {known}.</source>
      <translation>“{value}”不是可选的读者，未写出任何内容；可选的读者有：{known}。</translation>
    </message>
    <message>
      <source>“{value}” is not one of the values of “{field}”. Nothing was changed.</source>
      <translation>“{value}”不是“{field}”的可选值。未作任何更改。</translation>
    </message>
    <message>
      <source>“{value}” is not working time. Nothing was changed; write 08:00-12:00 13:00-17:00.</source>
      <translation>“{value}”不是工作时间。未作任何更改；请写成 08:00-12:00 13:00-17:00。</translation>
    </message>
    <message>
      <source>… and {n} more</source>
      <translation>……另有 {n} 项</translation>
    </message>
    <message>
      <source>… to {last}</source>
      <translation>……至 {last}</translation>
    </message>
    <message>
      <source>↑ Probability</source>
      <translation>↑ 概率</translation>
    </message>
    <message>
      <source>≤ {n} d</source>
      <translation>≤ {n} 天</translation>
    </message>
    <message>
      <source>□ stands for characters that this document’s fonts cannot show: {codes}.</source>
      <translation>□ 代表本文档字体无法显示的字符：{codes}。</translation>
    </message>
    <message>
      <source>▲ follow-up overdue since {date}, {n} day</source>
      <translation>▲ 跟进逾期 {n} 天（{date}）</translation>
    </message>
    <message>
      <source>▲ follow-up overdue since {date}, {n} days</source>
      <translation>▲ 跟进逾期 {n} 天（{date}）</translation>
    </message>
  </context>
</TS>
