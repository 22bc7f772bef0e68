<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New window</source>
        <translation>新建窗口(&amp;N)</translation>
    </message>
    <message>
        <source>New &amp;sheet…</source>
        <translation>新建简报(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open in new &amp;window…</source>
        <translation>在新窗口中打开(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;Export PDF…</source>
        <translation>导出 PDF(&amp;E)…</translation>
    </message>
    <message>
        <source>Print pre&amp;view</source>
        <translation>打印预览(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>打印(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Close window</source>
        <translation>关闭窗口(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Editin&amp;g form…</source>
        <translation>编辑表单(&amp;G)…</translation>
    </message>
    <message>
        <source>Copy citation as &amp;APA</source>
        <translation>按 APA 格式复制出处(&amp;A)</translation>
    </message>
    <message>
        <source>Copy citation as &amp;BibTeX</source>
        <translation>按 BibTeX 格式复制出处(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Open the source…</source>
        <translation>打开来源(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>查找(&amp;F)…</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>查找下一个(&amp;N)</translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation>查找上一个(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Next tab</source>
        <translation>下一个标签页(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous tab</source>
        <translation>上一个标签页(&amp;P)</translation>
    </message>
    <message>
        <source>Figures as &amp;table</source>
        <translation>以表格显示数据(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Source panel</source>
        <translation>来源面板(&amp;S)</translation>
    </message>
    <message>
        <source>Source panel &amp;wider</source>
        <translation>加宽来源面板(&amp;W)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Actual size</source>
        <translation>实际大小(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Presentation</source>
        <translation>演示(&amp;P)</translation>
    </message>
    <message>
        <source>Re&amp;load</source>
        <translation>重新载入(&amp;L)</translation>
    </message>
    <message>
        <source>Bring in newer d&amp;ata…</source>
        <translation>导入较新的数据(&amp;A)…</translation>
    </message>
    <message>
        <source>Open in a text e&amp;ditor</source>
        <translation>在文本编辑器中打开(&amp;D)</translation>
    </message>
    <message>
        <source>Export &amp;figures…</source>
        <translation>导出数据(&amp;F)…</translation>
    </message>
    <message>
        <source>Export as HT&amp;ML…</source>
        <translation>导出为 HTML(&amp;M)…</translation>
    </message>
    <message>
        <source>Save char&amp;t…</source>
        <translation>保存图表(&amp;T)…</translation>
    </message>
    <message>
        <source>Compare with an earl&amp;ier edition…</source>
        <translation>与较早版本比较(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Proble&amp;ms</source>
        <translation>问题(&amp;M)</translation>
    </message>
    <message>
        <source>Previous prob&amp;lem</source>
        <translation>上一个问题(&amp;L)</translation>
    </message>
    <message>
        <source>Fix th&amp;e problem</source>
        <translation>修正此问题(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy with c&amp;itation</source>
        <translation>连同出处复制(&amp;I)</translation>
    </message>
    <message>
        <source>Copy c&amp;hart as a picture</source>
        <translation>将图表复制为图片(&amp;H)</translation>
    </message>
    <message>
        <source>Select te&amp;xt by keys</source>
        <translation>用键盘选择文字(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Show the source</source>
        <translation>显示来源(&amp;S)</translation>
    </message>
    <message>
        <source>Sho&amp;w in the source</source>
        <translation>在来源中查看(&amp;W)</translation>
    </message>
    <message>
        <source>Ne&amp;xt place in the source</source>
        <translation>来源中的下一处(&amp;X)</translation>
    </message>
    <message>
        <source>Previo&amp;us place in the source</source>
        <translation>来源中的上一处(&amp;U)</translation>
    </message>
    <message>
        <source>Unused nu&amp;mbers in the source</source>
        <translation>来源中未使用的数字(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Deselect</source>
        <translation>取消选择(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>后退(&amp;B)</translation>
    </message>
    <message>
        <source>For&amp;ward</source>
        <translation>前进(&amp;W)</translation>
    </message>
    <message>
        <source>Next p&amp;ane</source>
        <translation>下一窗格(&amp;A)</translation>
    </message>
    <message>
        <source>Previous pan&amp;e</source>
        <translation>上一窗格(&amp;E)</translation>
    </message>
    <message>
        <source>Chart as tabl&amp;e</source>
        <translation>以表格显示图表(&amp;E)</translation>
    </message>
    <message>
        <source>What chan&amp;ged</source>
        <translation>变化(&amp;G)</translation>
    </message>
    <message>
        <source>Source panel &amp;narrower</source>
        <translation>缩窄来源面板(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Compare with other sheets</source>
        <translation>与其他简报对比(&amp;C)</translation>
    </message>
    <message>
        <source>Presentation of one cha&amp;rt</source>
        <translation>单张图表演示(&amp;R)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>高对比度(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>The &amp;format</source>
        <translation>文件格式(&amp;F)</translation>
    </message>
    <message>
        <source>About &amp;this sheet</source>
        <translation>关于本简报(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;About cqviewer</source>
        <translation>关于 cqviewer(&amp;A)</translation>
    </message>
    <message>
        <source>On by a screen</source>
        <translation>前进一屏</translation>
    </message>
    <message>
        <source>Back by a screen</source>
        <translation>后退一屏</translation>
    </message>
    <message>
        <source>Start and end of the page</source>
        <translation>页首和页尾</translation>
    </message>
    <message>
        <source>Walk the cards, the marks of a chart</source>
        <translation>逐个走过卡片或图表标记</translation>
    </message>
    <message>
        <source>Select the figure, then show its source</source>
        <translation>选中数据，然后显示来源</translation>
    </message>
    <message>
        <source>In a table of series: start and end of the row</source>
        <translation>时间序列表格中：行首和行尾</translation>
    </message>
    <message>
        <source>What can be done here</source>
        <translation>此处可用的操作</translation>
    </message>
    <message>
        <source>The menus</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>In a text: next and previous heading</source>
        <translation>在文字中：下一个、上一个标题</translation>
    </message>
    <message>
        <source>In a comparison: take the sheet out</source>
        <translation>对比中：移出该简报</translation>
    </message>
    <message>
        <source>Unused numbers: make a figure</source>
        <translation>未用到的数字：建立指标</translation>
    </message>
    <message>
        <source>Unused numbers: set aside</source>
        <translation>未用到的数字：搁置</translation>
    </message>
    <message>
        <source>Presentation: on by a screen or a chart</source>
        <translation>演示：前进一屏或一张图表</translation>
    </message>
    <message>
        <source>Presentation: back by a screen or a chart</source>
        <translation>演示：后退一屏或一张图表</translation>
    </message>
    <message>
        <source>Presentation: next tab or chart</source>
        <translation>演示：下一标签页或图表</translation>
    </message>
    <message>
        <source>Presentation: previous tab or chart</source>
        <translation>演示：上一标签页或图表</translation>
    </message>
    <message>
        <source>Presentation of one chart: walk its figures</source>
        <translation>单张图表演示：逐个查看数据</translation>
    </message>
    <message>
        <source>Presentation of one chart: first and last</source>
        <translation>单张图表演示：第一张和最后一张</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>主题(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>显示详情</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>隐藏详情</translation>
    </message>
</context>
<context>
    <name>BundledMenu</name>
    <message>
        <source>&amp;Bundled sheets</source>
        <translation>自带简报(&amp;B)</translation>
    </message>
</context>
<context>
    <name>CardGrid</name>
    <message>
        <source>Key figures</source>
        <translation>主要数据</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>Taken back.</source>
        <translation>已撤销。</translation>
    </message>
    <message>
        <source>Made again.</source>
        <translation>已重做。</translation>
    </message>
    <message>
        <source>Look again at texts that may no longer be true</source>
        <translation>以下文字可能已不再属实，请核对</translation>
    </message>
    <message>
        <source>{new} instead of {old}</source>
        <translation>{new}，原为 {old}</translation>
    </message>
    <message>
        <source>Wrote into {file}: {count}</source>
        <translation>已写入“{file}”：{count} 处</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The file was not changed</source>
        <translation>文件未改动</translation>
    </message>
    <message>
        <source>Wrote into {file}</source>
        <translation>已写入“{file}”</translation>
    </message>
    <message>
        <source>This file is not changed here</source>
        <translation>此文件不能在这里修改</translation>
    </message>
    <message>
        <source>{file} is a PDF, comes with cqviewer, or it or its folder is write-protected.</source>
        <translation>“{file}”是 PDF 或 cqviewer 自带的文件，或者该文件或其文件夹受写保护。</translation>
    </message>
    <message>
        <source>Save a copy to edit …</source>
        <translation>另存副本以便编辑…</translation>
    </message>
    <message>
        <source>New sheet</source>
        <translation>新简报</translation>
    </message>
    <message>
        <source>New place</source>
        <translation>地区待填</translation>
    </message>
    <message>
        <source>New source</source>
        <translation>新来源</translation>
    </message>
    <message>
        <source>New section</source>
        <translation>新栏目</translation>
    </message>
    <message>
        <source>New empty sheet</source>
        <translation>新建空白简报</translation>
    </message>
    <message>
        <source>new-sheet</source>
        <translation>新简报</translation>
    </message>
    <message>
        <source>Fact sheet (*.yaml)</source>
        <translation>数据简报 (*.yaml)</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>另存副本</translation>
    </message>
</context>
<context>
    <name>ChangesPage</name>
    <message>
        <source>What changed</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Compare with another edition…</source>
        <translation>与其他版本比较…</translation>
    </message>
    <message>
        <source>The first {shown} of {count} changes; the print has all of them.</source>
        <translation>显示前 {shown} 项变化，共 {count} 项；全部变化见打印版。</translation>
    </message>
    <message>
        <source>This edition, {date}, beside</source>
        <translation>本版（{date}）与以下版本比较：</translation>
    </message>
    <message>
        <source>Edition to compare with</source>
        <translation>要比较的版本</translation>
    </message>
</context>
<context>
    <name>ChangesStrip</name>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Hide the marks</source>
        <translation>隐藏标记</translation>
    </message>
    <message>
        <source>Close; the marks stay</source>
        <translation>关闭；标记保留</translation>
    </message>
</context>
<context>
    <name>Changing</name>
    <message>
        <source>Choose an earlier edition</source>
        <translation>选择较早的版本</translation>
    </message>
    <message>
        <source>The earlier edition could not be read: {file}</source>
        <translation>无法读取较早版本：{file}</translation>
    </message>
    <message>
        <source>Choose another</source>
        <translation>另选一个</translation>
    </message>
</context>
<context>
    <name>ChartButtons</name>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Table of the figures of this chart</source>
        <translation>表格：此图的数据</translation>
    </message>
    <message>
        <source>Chart instead of the table</source>
        <translation>图表：返回图形</translation>
    </message>
    <message>
        <source>Copy this chart as a picture</source>
        <translation>将本图复制为图片</translation>
    </message>
    <message>
        <source>Save this chart or its figures</source>
        <translation>保存本图或其数据</translation>
    </message>
</context>
<context>
    <name>ChartCard</name>
    <message>
        <source>Thin line: the value before.</source>
        <translation>细线：原数值。</translation>
    </message>
    <message>
        <source>The next button shows its figures as a table.</source>
        <translation>下一个按钮以表格显示其数据。</translation>
    </message>
    <message>
        <source>This chart could not be drawn</source>
        <translation>无法绘制此图表</translation>
    </message>
    <message>
        <source>Its figures are safe and can be read as a table.</source>
        <translation>数据完好，可以表格形式阅读。</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>以表格显示</translation>
    </message>
</context>
<context>
    <name>ChartChoices</name>
    <message>
        <source>By</source>
        <translation>按</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>突出</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>As in the sheet</source>
        <translation>与表中相同</translation>
    </message>
    <message>
        <source>By size</source>
        <translation>按大小</translation>
    </message>
    <message>
        <source>As given</source>
        <translation>按原顺序</translation>
    </message>
</context>
<context>
    <name>ChartExport</name>
    <message>
        <source>The chart was not copied</source>
        <translation>图表未能复制</translation>
    </message>
    <message>
        <source>Making the picture …</source>
        <translation>正在生成图片…</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>SVG picture (*.svg)</source>
        <translation>SVG 图片 (*.svg)</translation>
    </message>
    <message>
        <source>PDF picture (*.pdf)</source>
        <translation>PDF 图片 (*.pdf)</translation>
    </message>
    <message>
        <source>Figures as Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿数据 (*.xlsx)</translation>
    </message>
    <message>
        <source>Save chart</source>
        <translation>保存图表</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Saved {file}</source>
        <translation>已保存：{file}</translation>
    </message>
</context>
<context>
    <name>ChartShow</name>
    <message>
        <source>{number} of {count}</source>
        <translation>第 {number} 张，共 {count} 张</translation>
    </message>
    <message>
        <source>Previous chart</source>
        <translation>上一张图表</translation>
    </message>
    <message>
        <source>Next chart</source>
        <translation>下一张图表</translation>
    </message>
</context>
<context>
    <name>ChartView</name>
    <message>
        <source>Drawing the chart …</source>
        <translation>正在绘制图表…</translation>
    </message>
</context>
<context>
    <name>Citations</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Open the source</source>
        <translation>打开来源</translation>
    </message>
    <message>
        <source>Open this address in the browser?</source>
        <translation>在浏览器中打开此地址？</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>No browser could be opened</source>
        <translation>无法打开浏览器</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>comparison</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Figures as CSV (*.csv)</source>
        <translation>CSV 数据 (*.csv)</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Save the comparison</source>
        <translation>保存对比</translation>
    </message>
    <message>
        <source>Side by side: {sheets}</source>
        <translation>并排：{sheets}</translation>
    </message>
    <message>
        <source>Add a sheet to compare</source>
        <translation>添加要对比的简报</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Opening {file} …</source>
        <translation>正在打开“{file}”…</translation>
    </message>
    <message>
        <source>At most {number} sheets are compared</source>
        <translation>最多对比 {number} 份简报</translation>
    </message>
    <message>
        <source>{file} is left out. Take a sheet out first.</source>
        <translation>未加入“{file}”。请先移出一份简报。</translation>
    </message>
</context>
<context>
    <name>ContentArea</name>
    <message>
        <source>Show the Source panel</source>
        <translation>显示来源面板</translation>
    </message>
</context>
<context>
    <name>ContextMenus</name>
    <message>
        <source>Copy te&amp;xt</source>
        <translation>复制文字(&amp;X)</translation>
    </message>
    <message>
        <source>Copy with so&amp;urce</source>
        <translation>连同来源复制(&amp;U)</translation>
    </message>
</context>
<context>
    <name>CopiedText</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong in cqviewer</source>
        <translation>cqviewer 出错了</translation>
    </message>
    <message>
        <source>This is a fault of the program, not of the sheet. You can go on working. To report it, copy the details below.</source>
        <translation>这是程序的错误，与数据简报无关。您可以继续使用。如需报告，请复制下面的详情。</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>&amp;Copy the details</source>
        <translation>复制详情(&amp;C)</translation>
    </message>
</context>
<context>
    <name>CupsPrint</name>
    <message>
        <source>CUPS did not take it.</source>
        <translation>CUPS 未接受。</translation>
    </message>
</context>
<context>
    <name>DataTable</name>
    <message>
        <source>What each column is</source>
        <translation>各列的含义</translation>
    </message>
    <message>
        <source>Column {letter}, {role}. Cells: {cells}, with something to look at: {marked}.</source>
        <translation>{letter} 列，{role}。单元格：{cells} 个，其中需留意：{marked} 个。</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>About cqviewer</source>
        <translation>关于 cqviewer</translation>
    </message>
    <message>
        <source>A viewer for fact sheets. MIT licence.</source>
        <translation>数据简报查看器。MIT 许可证。</translation>
    </message>
    <message>
        <source>About this sheet</source>
        <translation>关于本简报</translation>
    </message>
    <message>
        <source>The format of fact sheets</source>
        <translation>数据简报的格式</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>Select a figure, a chart or a statement first to edit that.</source>
        <translation>要编辑指标、图表或表述，请先选中它。</translation>
    </message>
</context>
<context>
    <name>EmptySearch</name>
    <message>
        <source>The search covers names, values, periods, statements, goals and sources of this sheet, in English and Chinese.</source>
        <translation>搜索范围包括本简报的名称、数值、统计时期、来源表述、目标和来源，中英文均可。</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>No figure or statement matches ‘{text}’</source>
        <translation>没有与“{text}”相符的数据或表述</translation>
    </message>
</context>
<context>
    <name>FieldBox</name>
    <message>
        <source>{text} is shown</source>
        <translation>当前显示 {text}</translation>
    </message>
</context>
<context>
    <name>FigureTable</name>
    <message>
        <source>Copy rows with hea&amp;ders</source>
        <translation>复制行和表头(&amp;D)</translation>
    </message>
    <message>
        <source>Sort b&amp;y</source>
        <translation>排序方式(&amp;Y)</translation>
    </message>
    <message>
        <source>Page&apos;s order</source>
        <translation>页面顺序</translation>
    </message>
</context>
<context>
    <name>FigureTableModel</name>
    <message>
        <source>Paragraph</source>
        <translation>段落</translation>
    </message>
    <message>
        <source>Place in source</source>
        <translation>来源出处</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>统计时期</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>数据性质</translation>
    </message>
    <message>
        <source>Named in the source</source>
        <translation>来源列出</translation>
    </message>
</context>
<context>
    <name>FigureTables</name>
    <message>
        <source>Latest value</source>
        <translation>最新值</translation>
    </message>
    <message>
        <source>All periods</source>
        <translation>所有时期</translation>
    </message>
    <message>
        <source>The latest value of each figure, of {count} series among them</source>
        <translation>每项数据的最新值，其中 {count} 项为时间序列</translation>
    </message>
    <message>
        <source>{count} series, {span}</source>
        <translation>{count} 项时间序列，{span}</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>The sheet that comes with cqviewer is shown instead.</source>
        <translation>现显示 cqviewer 自带的数据简报。</translation>
    </message>
    <message>
        <source>Open a fact sheet</source>
        <translation>打开数据简报</translation>
    </message>
    <message>
        <source>Opening {file} …</source>
        <translation>正在打开“{file}”…</translation>
    </message>
    <message>
        <source>Fact sheets (*.yaml *.yml *.pdf *.html);;All files (*)</source>
        <translation>数据简报 (*.yaml *.yml *.pdf *.html);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Copy the file&apos;s name</source>
        <translation>复制文件名</translation>
    </message>
    <message>
        <source>The system has no program to edit {file} with</source>
        <translation>系统没有可用来编辑“{file}”的程序</translation>
    </message>
    <message>
        <source>The fonts beside this sheet cannot be used</source>
        <translation>无法使用此简报旁的字体</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: </source>
        <translation>第 {line} 行第 {column} 列：</translation>
    </message>
    <message>
        <source>{sentence}. Problems in all: {count}</source>
        <translation>{sentence}。问题总数：{count}</translation>
    </message>
    <message>
        <source>The sheet that was read before stays on screen.</source>
        <translation>屏幕上保留先前读取的数据简报。</translation>
    </message>
    <message>
        <source>Show the problems</source>
        <translation>显示问题</translation>
    </message>
    <message>
        <source>This sheet could not be read: {file}</source>
        <translation>无法读取此数据简报：{file}</translation>
    </message>
    <message>
        <source>{sentence}. {next}</source>
        <translation>{sentence}。{next}</translation>
    </message>
    <message>
        <source>The file is gone: {file}</source>
        <translation>文件已不存在：{file}</translation>
    </message>
    <message>
        <source>The sheet stays on screen. When the file is back, it is read again.</source>
        <translation>数据简报保留在屏幕上。文件恢复后将重新读取。</translation>
    </message>
    <message>
        <source>Open another</source>
        <translation>打开其他文件</translation>
    </message>
</context>
<context>
    <name>FormButtons</name>
    <message>
        <source>&amp;Duplicate</source>
        <translation>复制一份(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>删除(&amp;R)</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move d&amp;own</source>
        <translation>下移(&amp;O)</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>This part</source>
        <translation>此部分</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
</context>
<context>
    <name>FoundRow</name>
    <message>
        <source>Take {text}</source>
        <translation>采用“{text}”</translation>
    </message>
    <message>
        <source>the place of the sheet that was made last</source>
        <translation>上次生成的简报的地区</translation>
    </message>
    <message>
        <source>Take the answer back</source>
        <translation>撤回回答</translation>
    </message>
    <message>
        <source>You said: {answer}</source>
        <translation>您的回答：{answer}</translation>
    </message>
    <message>
        <source>No longer so, as the file is read now</source>
        <translation>按现在的读法已不再如此</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
</context>
<context>
    <name>GivenTable</name>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时期</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>单元格</translation>
    </message>
</context>
<context>
    <name>Grip</name>
    <message>
        <source>Width of the Source panel</source>
        <translation>来源面板的宽度</translation>
    </message>
    <message>
        <source>Height of the Source panel</source>
        <translation>来源面板的高度</translation>
    </message>
    <message>
        <source>Up and Down move it, Home and End go to the limits.</source>
        <translation>用上下方向键移动，Home 和 End 到两端。</translation>
    </message>
    <message>
        <source>Left and Right move it, Home and End go to the limits.</source>
        <translation>用左右方向键移动，Home 和 End 到两端。</translation>
    </message>
</context>
<context>
    <name>GroupBox</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add to {list}</source>
        <translation>添加到“{list}”</translation>
    </message>
</context>
<context>
    <name>HitList</name>
    <message>
        <source>Hits</source>
        <translation>搜索结果</translation>
    </message>
</context>
<context>
    <name>Ids</name>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Bring newer data into {sheet}</source>
        <translation>将较新的数据并入“{sheet}”</translation>
    </message>
    <message>
        <source>New sheet from data</source>
        <translation>从数据新建简报</translation>
    </message>
    <message>
        <source>&amp;Add figures that the sheet does not have</source>
        <translation>添加简报中没有的指标(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Save as YAML …</source>
        <translation>另存为 YAML(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Make the sheet</source>
        <translation>生成简报(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Bring in</source>
        <translation>并入(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Choose another</source>
        <translation>另选文件(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Table</source>
        <translation>表格(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Decimals</source>
        <translation>小数点(&amp;D)</translation>
    </message>
    <message>
        <source>Shall what you answered be discarded?</source>
        <translation>要放弃您已作的回答吗？</translation>
    </message>
    <message>
        <source>Reading {file} …</source>
        <translation>正在读取“{file}”…</translation>
    </message>
    <message>
        <source>Reading was stopped. Choose another file, or change something.</source>
        <translation>读取已停止。请另选文件，或更改设置。</translation>
    </message>
    <message>
        <source>Left to be said before the sheet can be opened: {what}.</source>
        <translation>打开简报之前还须解决：{what}。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>The data file stays as it is. Nothing is written before this is done.</source>
        <translation>数据文件保持不变；生成之前不写入任何内容。</translation>
    </message>
    <message>
        <source>What changes in the sheet, {n}</source>
        <translation>简报中的变动，{n} 处</translation>
    </message>
    <message>
        <source>Nothing is written before this is done, and it can be undone.</source>
        <translation>确认之前不会写入任何内容，且可以撤销。</translation>
    </message>
    <message>
        <source>Figures it gives: {figures}. Values: {values}</source>
        <translation>所得指标：{figures}，数值：{values}</translation>
    </message>
    <message>
        <source>This file changes nothing in the sheet.</source>
        <translation>此文件不会改变简报中任何内容。</translation>
    </message>
    <message>
        <source>What was found in the table, {n}</source>
        <translation>表格中的发现，{n} 项</translation>
    </message>
    <message>
        <source>&amp;Add figures that the sheet does not have, {n}: {names}</source>
        <translation>添加简报中没有的指标(&amp;A)，{n} 项：{names}</translation>
    </message>
    <message>
        <source>Fact sheets (*.yaml)</source>
        <translation>数据简报 (*.yaml)</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时期</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Multiplier</source>
        <translation>倍数</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>标志</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>1 cell</source>
        <translation>1 个单元格</translation>
    </message>
    <message>
        <source>1 value</source>
        <translation>1 个数值</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>1 figure</source>
        <translation>1 个指标</translation>
    </message>
    <message>
        <source>{n} cells</source>
        <translation>{n} 个单元格</translation>
    </message>
    <message>
        <source>{n} values</source>
        <translation>{n} 个数值</translation>
    </message>
    <message>
        <source>{n} rows</source>
        <translation>{n} 行</translation>
    </message>
    <message>
        <source>{n} figures</source>
        <translation>{n} 个指标</translation>
    </message>
    <message>
        <source>Formulas in {cells}</source>
        <translation>{cells}有公式</translation>
    </message>
    <message>
        <source>41 % may be 0.41, and a month its first day; save it as XLSX</source>
        <translation>41% 可能存为 0.41，月份可能存为该月首日；请另存为 XLSX</translation>
    </message>
    <message>
        <source>Files of the package that are not read</source>
        <translation>数据包中未读取的文件</translation>
    </message>
    <message>
        <source>‘{written}’ is read as {read}</source>
        <translation>“{written}”读作“{read}”</translation>
    </message>
    <message>
        <source>A comma or point may be either sign</source>
        <translation>逗号或点的含义不确定</translation>
    </message>
    <message>
        <source>commas between thousands, points before decimals</source>
        <translation>逗号作千位分隔，点作小数点</translation>
    </message>
    <message>
        <source>the file does not tell whether 1.234 is a thousand</source>
        <translation>文件未说明 1.234 是否为千位数</translation>
    </message>
    <message>
        <source>‘{written}’ in all of ‘{read}’</source>
        <translation>“{read}”列全为“{written}”</translation>
    </message>
    <message>
        <source>no name says it; the title or name can</source>
        <translation>名称中未体现；可写入标题或名称</translation>
    </message>
    <message>
        <source>Numbers in ‘{written}’</source>
        <translation>“{written}”列中的数字</translation>
    </message>
    <message>
        <source>left out; another role for the column takes them</source>
        <translation>未采用；可为该列另选角色</translation>
    </message>
    <message>
        <source>‘{written}’ is kept as a bound</source>
        <translation>“{written}”保留为界限值</translation>
    </message>
    <message>
        <source>‘{written}’ is read as {read} in that unit</source>
        <translation>“{written}”按该单位读作“{read}”</translation>
    </message>
    <message>
        <source>the flag of ‘{written}’ is moved to the status</source>
        <translation>“{written}”中的标志移作状态</translation>
    </message>
    <message>
        <source>read as: {read}</source>
        <translation>读作：{read}</translation>
    </message>
    <message>
        <source>the file does not tell what it means</source>
        <translation>文件未说明其含义</translation>
    </message>
    <message>
        <source>the file does not tell when these years begin</source>
        <translation>文件未说明这些年度从何时开始</translation>
    </message>
    <message>
        <source>the day or the month may stand first</source>
        <translation>日和月的先后不确定</translation>
    </message>
    <message>
        <source>A break before the first value of {n} series</source>
        <translation>{n} 个序列的首个数值前有口径中断</translation>
    </message>
    <message>
        <source>left out, as there is no value before it</source>
        <translation>此前没有数值，故略去</translation>
    </message>
    <message>
        <source>no observation is made of it</source>
        <translation>不作为数据</translation>
    </message>
    <message>
        <source>not broken down by it; named ‘{read}’</source>
        <translation>未按此细分；命名为“{read}”</translation>
    </message>
    <message>
        <source>The unit ‘{written}’</source>
        <translation>单位“{written}”</translation>
    </message>
    <message>
        <source>written as {read}</source>
        <translation>写作“{read}”</translation>
    </message>
    <message>
        <source>A unit in the heads or the title</source>
        <translation>表头或标题中的单位</translation>
    </message>
    <message>
        <source>read as {read}</source>
        <translation>读作“{read}”</translation>
    </message>
    <message>
        <source>Lower limit</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>Upper limit</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Both limits</source>
        <translation>上下限</translation>
    </message>
    <message>
        <source>The text is no UTF-8</source>
        <translation>文本不是 UTF-8</translation>
    </message>
    <message>
        <source>Cells set apart by ‘{written}’</source>
        <translation>单元格以“{written}”分隔</translation>
    </message>
    <message>
        <source>as most rows have them</source>
        <translation>与多数行一致</translation>
    </message>
    <message>
        <source>Digits of another script, as in ‘{written}’</source>
        <translation>其他文字的数字，如“{written}”</translation>
    </message>
    <message>
        <source>their last saved results are read</source>
        <translation>读取上次保存的结果</translation>
    </message>
    <message>
        <source>Hidden rows or columns</source>
        <translation>隐藏的行或列</translation>
    </message>
    <message>
        <source>they are read all the same</source>
        <translation>照样读取</translation>
    </message>
    <message>
        <source>The workbook may hold macros</source>
        <translation>工作簿可能含有宏</translation>
    </message>
    <message>
        <source>they are neither read nor run</source>
        <translation>既不读取也不运行</translation>
    </message>
    <message>
        <source>Numbers as they are stored</source>
        <translation>按存储值读取数字</translation>
    </message>
    <message>
        <source>left out: {written}</source>
        <translation>略去：{written}</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>略去</translation>
    </message>
    <message>
        <source>read as groups of the rows below: {written}</source>
        <translation>读作下面各行的分组：{written}</translation>
    </message>
    <message>
        <source>read as the cell above</source>
        <translation>与上面的单元格相同</translation>
    </message>
    <message>
        <source>The head ‘{written}’</source>
        <translation>表头“{written}”</translation>
    </message>
    <message>
        <source>read as calendar years, {read}</source>
        <translation>读作公历年：{read}</translation>
    </message>
    <message>
        <source>The column ‘{written}’ stands elsewhere now</source>
        <translation>“{written}”列换了位置</translation>
    </message>
    <message>
        <source>it is read from column {read}</source>
        <translation>从 {read} 列读取</translation>
    </message>
    <message>
        <source>No longer in the file: {written}</source>
        <translation>文件中已没有：{written}</translation>
    </message>
    <message>
        <source>left as it is in the sheet: {read}</source>
        <translation>在简报中保持不变：{read}</translation>
    </message>
    <message>
        <source>Another unit of {written}</source>
        <translation>{written} 的单位不同</translation>
    </message>
    <message>
        <source>in the file and in the sheet: {read}</source>
        <translation>文件与简报中分别为：{read}</translation>
    </message>
    <message>
        <source>Numbers of another size: {written}</source>
        <translation>数值大小悬殊：{written}</translation>
    </message>
    <message>
        <source>in the sheet and in the file: {read}</source>
        <translation>简报与文件中分别为：{read}</translation>
    </message>
    <message>
        <source>read as the ends of a {read}</source>
        <translation>读作区间的两端（{read}）</translation>
    </message>
    <message>
        <source>it may count days, as spreadsheets do</source>
        <translation>可能是电子表格的日期序号</translation>
    </message>
    <message>
        <source>{written} in {read}: another role may set them apart</source>
        <translation>{read} 中的 {written}：可用其他角色区分</translation>
    </message>
    <message>
        <source>it is no period that is known</source>
        <translation>不是可识别的时期</translation>
    </message>
    <message>
        <source>kept apart, never added to their parts</source>
        <translation>单独保留，不与其分项相加</translation>
    </message>
    <message>
        <source>No name of what is measured</source>
        <translation>没有指标名称</translation>
    </message>
    <message>
        <source>named ‘{read}’</source>
        <translation>命名为“{read}”</translation>
    </message>
    <message>
        <source>{rows} that the file says to delete</source>
        <translation>文件要求删除的 {rows}</translation>
    </message>
    <message>
        <source>Lines of one cell over {rows}</source>
        <translation>{rows}之上有单格行</translation>
    </message>
    <message>
        <source>Empty cells below ‘{written}’ and the like, {cells}</source>
        <translation>“{written}”等下面的空单元格，{cells}</translation>
    </message>
    <message>
        <source>‘{written}’ over {cells}</source>
        <translation>{cells}上方的“{written}”</translation>
    </message>
    <message>
        <source>No figure ‘{written}’ in the sheet</source>
        <translation>简报中没有指标“{written}”</translation>
    </message>
    <message>
        <source>Neither one value nor one reason for none in {cells}</source>
        <translation>{cells}既没有一个数值，也没有一个缺值原因</translation>
    </message>
    <message>
        <source>‘{written}’ is changed in {cells}</source>
        <translation>{cells}的“{written}”有改动</translation>
    </message>
    <message>
        <source>left out, as the sheet itself says it: {read}</source>
        <translation>略去，由简报自身说明：{read}</translation>
    </message>
    <message>
        <source>left as it is; if it is only renamed, rename it first</source>
        <translation>保留原样；如果只是改了名称，请先在简报中改名</translation>
    </message>
    <message>
        <source>left as it is: the file has not all of its values</source>
        <translation>保留原样：文件中没有它的全部数值</translation>
    </message>
    <message>
        <source>‘{written}’ beside {values}</source>
        <translation>{values}旁的“{written}”</translation>
    </message>
    <message>
        <source>‘{written}’ and the like in {cells}</source>
        <translation>{cells}为“{written}”之类</translation>
    </message>
    <message>
        <source>One figure and period with two values in {cells}</source>
        <translation>{cells}中同一指标同一时期有两个数值</translation>
    </message>
    <message>
        <source>‘{written}’ in {cells}</source>
        <translation>{cells}为“{written}”</translation>
    </message>
    <message>
        <source>Decimal comma in {cells}</source>
        <translation>{cells}用逗号作小数点</translation>
    </message>
    <message>
        <source>Thousands set apart in {cells}</source>
        <translation>{cells}有千位分隔</translation>
    </message>
    <message>
        <source>More than 15 digits in {cells}</source>
        <translation>{cells}超过 15 位数字</translation>
    </message>
    <message>
        <source>Brackets around {values}</source>
        <translation>{values}带括号</translation>
    </message>
    <message>
        <source>A bound in {cells}</source>
        <translation>{cells}是界限值</translation>
    </message>
    <message>
        <source>A unit within {values}</source>
        <translation>{values}中含单位</translation>
    </message>
    <message>
        <source>A flag within {values}</source>
        <translation>{values}中含标志</translation>
    </message>
    <message>
        <source>A power of ten in {cells}</source>
        <translation>{cells}用科学记数法</translation>
    </message>
    <message>
        <source>The flag ‘{written}’ in {cells}</source>
        <translation>{cells}的标志为“{written}”</translation>
    </message>
    <message>
        <source>Periods spelt otherwise in {cells}</source>
        <translation>{cells}的时期写法不同</translation>
    </message>
    <message>
        <source>Nothing in {cells}</source>
        <translation>{cells}为空</translation>
    </message>
    <message>
        <source>No ‘{written}’ in {rows}</source>
        <translation>{rows}没有“{written}”</translation>
    </message>
    <message>
        <source>One figure and period twice in {cells}</source>
        <translation>{cells}的指标和时期重复</translation>
    </message>
    <message>
        <source>No value but a flag in {rows}</source>
        <translation>{rows}没有数值而有标志</translation>
    </message>
    <message>
        <source>Totals in {cells}</source>
        <translation>{cells}是合计</translation>
    </message>
    <message>
        <source>No unit of {figures}</source>
        <translation>{figures}没有单位</translation>
    </message>
    <message>
        <source>the file does not tell it</source>
        <translation>文件未说明</translation>
    </message>
    <message>
        <source>No place</source>
        <translation>没有地区</translation>
    </message>
    <message>
        <source>the file does not tell what it is about</source>
        <translation>文件未说明所指地区</translation>
    </message>
    <message>
        <source>Suppressed, confidential</source>
        <translation>保密未公布</translation>
    </message>
    <message>
        <source>Not collected</source>
        <translation>未采集</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未查到</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>零</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>略去</translation>
    </message>
    <message>
        <source>Provisional</source>
        <translation>初步</translation>
    </message>
    <message>
        <source>Revised</source>
        <translation>已修订</translation>
    </message>
    <message>
        <source>Estimated</source>
        <translation>估计</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Imputed</source>
        <translation>插补</translation>
    </message>
    <message>
        <source>Break in the series</source>
        <translation>口径中断</translation>
    </message>
    <message>
        <source>Low reliability</source>
        <translation>可靠性低</translation>
    </message>
    <message>
        <source>Definition differs</source>
        <translation>定义不同</translation>
    </message>
    <message>
        <source>In April</source>
        <translation>四月</translation>
    </message>
    <message>
        <source>In July</source>
        <translation>七月</translation>
    </message>
    <message>
        <source>In August</source>
        <translation>八月</translation>
    </message>
    <message>
        <source>In September</source>
        <translation>九月</translation>
    </message>
    <message>
        <source>In October</source>
        <translation>十月</translation>
    </message>
    <message>
        <source>Two calendar years</source>
        <translation>两个日历年度</translation>
    </message>
    <message>
        <source>The day stands first</source>
        <translation>日在前</translation>
    </message>
    <message>
        <source>The month stands first</source>
        <translation>月在前</translation>
    </message>
    <message>
        <source>Days, as spreadsheets count them</source>
        <translation>电子表格的日期序号</translation>
    </message>
    <message>
        <source>The first counts</source>
        <translation>以第一个为准</translation>
    </message>
    <message>
        <source>The last counts</source>
        <translation>以最后一个为准</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>Upright stroke</source>
        <translation>竖线</translation>
    </message>
    <message>
        <source>credible interval</source>
        <translation>可信区间</translation>
    </message>
    <message>
        <source>uncertainty interval</source>
        <translation>不确定性区间</translation>
    </message>
    <message>
        <source>prediction interval</source>
        <translation>预测区间</translation>
    </message>
    <message>
        <source>confidence interval</source>
        <translation>置信区间</translation>
    </message>
    <message>
        <source>Windows-1252 (Western Europe)</source>
        <translation>Windows-1252（西欧）</translation>
    </message>
    <message>
        <source>Windows-1250 (Central Europe)</source>
        <translation>Windows-1250（中欧）</translation>
    </message>
    <message>
        <source>Windows-1251 (Cyrillic)</source>
        <translation>Windows-1251（西里尔文）</translation>
    </message>
    <message>
        <source>KOI8-R (Cyrillic)</source>
        <translation>KOI8-R（西里尔文）</translation>
    </message>
    <message>
        <source>GB 18030 (Chinese)</source>
        <translation>GB 18030（中文）</translation>
    </message>
    <message>
        <source>Big5 (Chinese)</source>
        <translation>Big5（中文）</translation>
    </message>
    <message>
        <source>Shift JIS (Japanese)</source>
        <translation>Shift JIS（日文）</translation>
    </message>
    <message>
        <source>EUC-JP (Japanese)</source>
        <translation>EUC-JP（日文）</translation>
    </message>
    <message>
        <source>EUC-KR (Korean)</source>
        <translation>EUC-KR（韩文）</translation>
    </message>
    <message>
        <source>Take the file’s numbers, and its unit</source>
        <translation>采用文件的数值及其单位</translation>
    </message>
    <message>
        <source>Point, 1.5</source>
        <translation>点，1.5</translation>
    </message>
    <message>
        <source>Comma, 1,5</source>
        <translation>逗号，1,5</translation>
    </message>
    <message>
        <source>Keep all digits</source>
        <translation>保留全部数字</translation>
    </message>
    <message>
        <source>Table 1</source>
        <translation>表 1</translation>
    </message>
    <message>
        <source>{table}, row {n}</source>
        <translation>{table}，第 {n} 行</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>What shall the new sheet begin with?</source>
        <translation>新的简报从何开始？</translation>
    </message>
    <message>
        <source>From &amp;data…</source>
        <translation>从数据文件(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Empty</source>
        <translation>空白(&amp;E)</translation>
    </message>
    <message>
        <source>New sheet</source>
        <translation>新建简报</translation>
    </message>
    <message>
        <source>Bring in newer data</source>
        <translation>导入较新的数据</translation>
    </message>
    <message>
        <source>&amp;Bring into {sheet}</source>
        <translation>并入“{sheet}”(&amp;B)</translation>
    </message>
    <message>
        <source>Make a &amp;new sheet</source>
        <translation>另建新简报(&amp;N)</translation>
    </message>
    <message>
        <source>What is to be done with {file}?</source>
        <translation>如何处理“{file}”？</translation>
    </message>
    <message>
        <source>Data file</source>
        <translation>数据文件</translation>
    </message>
    <message>
        <source>Saved {file}</source>
        <translation>已保存：{file}</translation>
    </message>
    <message>
        <source>The values of {file} were brought in</source>
        <translation>已并入“{file}”的数据</translation>
    </message>
    <message>
        <source>Data files ({endings})</source>
        <translation>数据文件 ({endings})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>New sheet from data</source>
        <translation>从数据新建简报</translation>
    </message>
</context>
<context>
    <name>MainToolBar</name>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Search figures and statements</source>
        <translation>搜索数据和表述</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>下一处</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>{work} Chart {number} of {count}</source>
        <translation>{work} 第 {number} 张图，共 {count} 张</translation>
    </message>
    <message>
        <source>Copy SHA-256</source>
        <translation>复制 SHA-256</translation>
    </message>
    <message>
        <source>Open the PDF</source>
        <translation>打开 PDF</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Saved {file}</source>
        <translation>已保存：{file}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ObservationList</name>
    <message>
        <source>Observations</source>
        <translation>各期数据</translation>
    </message>
</context>
<context>
    <name>Output</name>
    <message>
        <source>Preparing the pages …</source>
        <translation>正在准备页面…</translation>
    </message>
    <message>
        <source>The PDF could not be made</source>
        <translation>无法生成 PDF</translation>
    </message>
    <message>
        <source>The sheet was not printed</source>
        <translation>数据简报未能打印</translation>
    </message>
    <message>
        <source>Export PDF</source>
        <translation>导出 PDF</translation>
    </message>
    <message>
        <source>Fact sheet (*.yaml)</source>
        <translation>数据简报 (*.yaml)</translation>
    </message>
    <message>
        <source>Save the sheet in this file, to edit it</source>
        <translation>保存此文件中的数据简报以便编辑</translation>
    </message>
    <message>
        <source>HTML page (*.html)</source>
        <translation>HTML 网页 (*.html)</translation>
    </message>
    <message>
        <source>Export as HTML</source>
        <translation>导出为 HTML</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Figures as Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿数据 (*.xlsx)</translation>
    </message>
    <message>
        <source>Figures as JSON (*.json)</source>
        <translation>JSON 数据 (*.json)</translation>
    </message>
    <message>
        <source>Export figures</source>
        <translation>导出数据</translation>
    </message>
    <message>
        <source>A PDF is saved with all its pages, so that it opens again as the sheet. Print all pages, or choose the sections in the preview.</source>
        <translation>PDF 总是连同所有页面一起保存，这样才能重新作为简报打开。请打印所有页面，或在预览中选择栏目。</translation>
    </message>
    <message>
        <source>{file} was not saved</source>
        <translation>“{file}”未能保存</translation>
    </message>
    <message>
        <source>The pages have not reached the printer yet.</source>
        <translation>页面尚未送达打印机。</translation>
    </message>
</context>
<context>
    <name>PageBar</name>
    <message>
        <source>Fit &amp;width</source>
        <translation>适合宽度(&amp;W)</translation>
    </message>
    <message>
        <source>Fit pa&amp;ge</source>
        <translation>适合页面(&amp;G)</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页</translation>
    </message>
    <message>
        <source>Page number</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>Search the pages</source>
        <translation>搜索页面</translation>
    </message>
    <message>
        <source>{number} of {all}</source>
        <translation>第 {number} 处，共 {all} 处</translation>
    </message>
    <message>
        <source>No hits</source>
        <translation>无结果</translation>
    </message>
    <message>
        <source>{count}, page {page}: {words}</source>
        <translation>{count}，第 {page} 页：{words}</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>共 {count} 页</translation>
    </message>
</context>
<context>
    <name>PageList</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>第 {number} 页</translation>
    </message>
</context>
<context>
    <name>PagePainter</name>
    <message>
        <source>The printer does not answer.</source>
        <translation>打印机没有响应。</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>The pages as they will be printed</source>
        <translation>打印效果预览</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>第 {number} 页</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the text of the page</source>
        <translation>复制本页文字</translation>
    </message>
</context>
<context>
    <name>PanelFacts</name>
    <message>
        <source>How it is worked out</source>
        <translation>计算方法</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>统计时期</translation>
    </message>
    <message>
        <source>Period, the same in both</source>
        <translation>统计时期，两版相同</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>计量方式</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>所用数据</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Source of the outturn</source>
        <translation>完成情况的来源</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>By how much</source>
        <translation>变化幅度</translation>
    </message>
    <message>
        <source>Derived for this view</source>
        <translation>为本视图计算</translation>
    </message>
    <message>
        <source>Source before</source>
        <translation>原出处</translation>
    </message>
    <message>
        <source>Source now</source>
        <translation>现出处</translation>
    </message>
    <message>
        <source>What depends on it</source>
        <translation>依赖于它的指标</translation>
    </message>
    <message>
        <source>Place among the parts</source>
        <translation>在各部分中的位次</translation>
    </message>
    <message>
        <source>Place among the parts, by {dimension}</source>
        <translation>在各部分中的位次，按{dimension}</translation>
    </message>
    <message>
        <source>The whole</source>
        <translation>总体</translation>
    </message>
    <message>
        <source>Sum of the parts, derived</source>
        <translation>各部分之和，计算</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>How the verdict was reached</source>
        <translation>结论的由来</translation>
    </message>
    <message>
        <source>Other method</source>
        <translation>另一种方法</translation>
    </message>
    <message>
        <source>What the value is</source>
        <translation>数值性质</translation>
    </message>
    <message>
        <source>No change, sum or mean is worked out from it.</source>
        <translation>不据此计算变化、合计或平均。</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>A bound: the true value lies between 0 and {value}.</source>
        <translation>界限值：真实值在 0 与 {value} 之间。</translation>
    </message>
    <message>
        <source>A bound: the true value is {bound}.</source>
        <translation>界限值：真实值{bound}。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Link made for this sheet, not by the source</source>
        <translation>关联由本简报作出，并非来源所列</translation>
    </message>
    <message>
        <source>Feeds in {year} goals</source>
        <translation>涉及的 {year} 年目标</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Observations, newest first</source>
        <translation>各期数据，由新到旧</translation>
    </message>
    <message>
        <source>No figure in the source</source>
        <translation>来源无相关数据</translation>
    </message>
    <message>
        <source>{year} figures behind it</source>
        <translation>相关的 {year} 年数据</translation>
    </message>
    <message>
        <source>Figures behind it</source>
        <translation>相关数据</translation>
    </message>
    <message>
        <source>Plans in the source</source>
        <translation>来源中的计划</translation>
    </message>
</context>
<context>
    <name>PaperPrint</name>
    <message>
        <source>There is no such page; the last one is {count}.</source>
        <translation>没有这一页；最后一页是第 {count} 页。</translation>
    </message>
    <message>
        <source>Sent to the printer {name}.</source>
        <translation>已发送到打印机 {name}。</translation>
    </message>
    <message>
        <source>The printer {name} has stopped: {words}</source>
        <translation>打印机 {name} 已停止：{words}</translation>
    </message>
    <message>
        <source>Printed on {name}.</source>
        <translation>已在 {name} 上打印。</translation>
    </message>
</context>
<context>
    <name>PartForm</name>
    <message>
        <source>Line {line} of the file</source>
        <translation>文件第 {line} 行</translation>
    </message>
    <message>
        <source>Line {line}: {sentence}</source>
        <translation>第 {line} 行：{sentence}</translation>
    </message>
    <message>
        <source>Up to {part}</source>
        <translation>回到 {part}</translation>
    </message>
    <message>
        <source>All fields ({count} more)</source>
        <translation>全部字段（另有 {count} 个）</translation>
    </message>
    <message>
        <source>Fewer fields</source>
        <translation>较少字段</translation>
    </message>
    <message>
        <source>Changed outside cqviewer meanwhile: {text}</source>
        <translation>同时在 cqviewer 之外被改为：{text}</translation>
    </message>
    <message>
        <source>Take the file’s</source>
        <translation>采用文件中的</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>Source panel shown</source>
        <translation>来源面板已显示</translation>
    </message>
    <message>
        <source>Source panel hidden</source>
        <translation>来源面板已隐藏</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>Pencils</name>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
</context>
<context>
    <name>Presentation</name>
    <message>
        <source>Previous tab</source>
        <translation>上一个标签页</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>下一个标签页</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>第 {number} 个，共 {count} 个</translation>
    </message>
    <message>
        <source>Presentation. Page Up and Page Down step through it, Esc leaves it.</source>
        <translation>演示。按 Page Up 和 Page Down 翻页，按 Esc 退出。</translation>
    </message>
</context>
<context>
    <name>PreviewOptions</name>
    <message>
        <source>Sections</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>This tab only</source>
        <translation>仅此标签页</translation>
    </message>
    <message>
        <source>All tabs</source>
        <translation>全部标签页</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>信纸（Letter）</translation>
    </message>
    <message>
        <source>Paper si&amp;ze</source>
        <translation>纸张大小(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>Te&amp;xt at the foot</source>
        <translation>页脚文字(&amp;X)</translation>
    </message>
    <message>
        <source>With the &amp;annex</source>
        <translation>包含附录(&amp;A)</translation>
    </message>
    <message>
        <source>Every figure with its source, paragraph and working</source>
        <translation>每项数据及其来源、段落和计算</translation>
    </message>
    <message>
        <source>Stamped as a &amp;draft</source>
        <translation>加盖“草稿”字样(&amp;D)</translation>
    </message>
    <message>
        <source>With what &amp;changed</source>
        <translation>附变化(&amp;C)</translation>
    </message>
    <message>
        <source>As a lea&amp;flet</source>
        <translation>制成折页(&amp;F)</translation>
    </message>
    <message>
        <source>Key figures, leads, charts and sources, as far as two pages hold them</source>
        <translation>两页之内的主要数据、导语、图表和来源</translation>
    </message>
    <message>
        <source>&amp;In large print</source>
        <translation>大字版(&amp;I)</translation>
    </message>
    <message>
        <source>18 points, with charts to match</source>
        <translation>18 磅字，图表相应放大</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>两种语言</translation>
    </message>
    <message>
        <source>The title</source>
        <translation>标题</translation>
    </message>
</context>
<context>
    <name>PrintPreview</name>
    <message>
        <source>Print preview</source>
        <translation>打印预览</translation>
    </message>
    <message>
        <source>comparison</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>&amp;Save PDF…</source>
        <translation>保存 PDF(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>打印(&amp;P)…</translation>
    </message>
    <message>
        <source>Choose a section to print.</source>
        <translation>请选择要打印的栏目。</translation>
    </message>
    <message>
        <source>Pages: {count}, size: {size}</source>
        <translation>页数：{count}，大小：{size}</translation>
    </message>
    <message>
        <source>The pages could not be made: {why}</source>
        <translation>无法生成页面：{why}</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>修正</translation>
    </message>
    <message>
        <source>Fix all</source>
        <translation>全部修正</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Problems, {count}</source>
        <translation>问题（{count} 个）</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>没有问题</translation>
    </message>
    <message>
        <source>{title}; {remark}</source>
        <translation>{title}；{remark}</translation>
    </message>
    <message>
        <source>{title}, in {file}</source>
        <translation>{title}，文件：{file}</translation>
    </message>
    <message>
        <source>Fix all that can be fixed ({count})</source>
        <translation>修正所有可修正的问题（{count}）</translation>
    </message>
    <message>
        <source>Fix: write {text}</source>
        <translation>修正：写作 {text}</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Show the place</source>
        <translation>显示所在位置</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>{sentence} ({count} times)</source>
        <translation>{sentence}（{count} 处）</translation>
    </message>
    <message>
        <source>{kind}, line {line}: {sentence}</source>
        <translation>{kind}，第 {line} 行：{sentence}</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>numbers are being looked up in the sources</source>
        <translation>正在来源中查找数字</translation>
    </message>
    <message>
        <source>numbers could not be looked up in the sources</source>
        <translation>未能在来源中查找数字</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查找范围(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
</context>
<context>
    <name>ReadingBar</name>
    <message>
        <source>Reading</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Clear the list</source>
        <translation>清空列表(&amp;C)</translation>
    </message>
</context>
<context>
    <name>RowModel</name>
    <message>
        <source>New row</source>
        <translation>新行</translation>
    </message>
    <message>
        <source>Open {row}</source>
        <translation>打开{row}</translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>SaidFields</name>
    <message>
        <source>T&amp;itle</source>
        <translation>标题(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation>地区(&amp;P)</translation>
    </message>
    <message>
        <source>S&amp;ource</source>
        <translation>来源(&amp;O)</translation>
    </message>
    <message>
        <source>M&amp;easured</source>
        <translation>指标名称(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>单位(&amp;U)</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Making {file} …</source>
        <translation>正在生成“{file}”…</translation>
    </message>
    <message>
        <source>{file} was not saved</source>
        <translation>“{file}”未能保存</translation>
    </message>
    <message>
        <source>Figures as CSV (*.csv)</source>
        <translation>CSV 数据 (*.csv)</translation>
    </message>
    <message>
        <source>Figures as CSV with semicolons and decimal commas (*.csv)</source>
        <translation>CSV 数据，分号分隔，小数逗号 (*.csv)</translation>
    </message>
    <message>
        <source>Figures as CSV with semicolons (*.csv)</source>
        <translation>CSV 数据，分号分隔 (*.csv)</translation>
    </message>
    <message>
        <source>Figures as CSV with tabs (*.csv)</source>
        <translation>CSV 数据，制表符分隔 (*.csv)</translation>
    </message>
    <message>
        <source>Figures as CSV with tabs and decimal commas (*.csv)</source>
        <translation>CSV 数据，制表符分隔，小数逗号 (*.csv)</translation>
    </message>
    <message>
        <source>Figures as CSV with decimal commas (*.csv)</source>
        <translation>CSV 数据，小数逗号 (*.csv)</translation>
    </message>
    <message>
        <source>There is already a file {file}. Shall it be replaced?</source>
        <translation>已有文件“{file}”。是否替换？</translation>
    </message>
    <message>
        <source>{file} has not been saved yet.</source>
        <translation>“{file}”尚未保存。</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Searching …</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>No hits</source>
        <translation>无结果</translation>
    </message>
    <message>
        <source>{number} of {all}</source>
        <translation>第 {number} 处，共 {all} 处</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
</context>
<context>
    <name>SectionPage</name>
    <message>
        <source>The {count} figures of this section are shown as a table.</source>
        <translation>本栏目共有 {count} 项数据，以表格显示。</translation>
    </message>
    <message>
        <source>Figures of {section}</source>
        <translation>“{section}”的数据</translation>
    </message>
    <message>
        <source>goal</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>来源表述</translation>
    </message>
    <message>
        <source>Plans for {year}</source>
        <translation>{year} 年计划</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Plans as the source reports them. Links to figures are made for this sheet.</source>
        <translation>计划按来源所述。与数据的关联由本简报作出。</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>各方观点</translation>
    </message>
    <message>
        <source>What the source leaves open</source>
        <translation>来源未说明的事项</translation>
    </message>
    <message>
        <source>no figure in the source</source>
        <translation>来源无相关数据</translation>
    </message>
    <message>
        <source>No named {goal}</source>
        <translation>未对应来源所列{goal}</translation>
    </message>
</context>
<context>
    <name>SelectableText</name>
    <message>
        <source>No heading above</source>
        <translation>上面没有标题了</translation>
    </message>
    <message>
        <source>No heading below</source>
        <translation>下面没有标题了</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>The settings could not be read; they now lie in {file}.</source>
        <translation>无法读取设置；原设置已移至 {file}。</translation>
    </message>
    <message>
        <source>The settings in {file} cannot be read.</source>
        <translation>无法读取 {file} 中的设置。</translation>
    </message>
</context>
<context>
    <name>SheetChoices</name>
    <message>
        <source>count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>growth</source>
        <translation>增幅</translation>
    </message>
    <message>
        <source>index</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>level</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>nominal</source>
        <translation>现价</translation>
    </message>
    <message>
        <source>real</source>
        <translation>可比价格</translation>
    </message>
    <message>
        <source>first</source>
        <translation>首次</translation>
    </message>
    <message>
        <source>suppressed</source>
        <translation>保密未公布</translation>
    </message>
    <message>
        <source>not_collected</source>
        <translation>未采集</translation>
    </message>
    <message>
        <source>not_applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>not_found</source>
        <translation>未查到</translation>
    </message>
    <message>
        <source>provisional</source>
        <translation>初步</translation>
    </message>
    <message>
        <source>revised</source>
        <translation>已修订</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>估计</translation>
    </message>
    <message>
        <source>forecast</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>imputed</source>
        <translation>插补</translation>
    </message>
    <message>
        <source>break</source>
        <translation>口径中断</translation>
    </message>
    <message>
        <source>low_reliability</source>
        <translation>可靠性低</translation>
    </message>
    <message>
        <source>definition_differs</source>
        <translation>定义不同</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>按差距</translation>
    </message>
    <message>
        <source>statcan</source>
        <translation>加拿大统计局方法</translation>
    </message>
    <message>
        <source>un</source>
        <translation>联合国方法</translation>
    </message>
    <message>
        <source>higher</source>
        <translation>越高越好</translation>
    </message>
    <message>
        <source>lower</source>
        <translation>越低越好</translation>
    </message>
    <message>
        <source>before</source>
        <translation>与上期相比</translation>
    </message>
    <message>
        <source>year</source>
        <translation>与上年同期相比</translation>
    </message>
    <message>
        <source>bars</source>
        <translation>条形图</translation>
    </message>
    <message>
        <source>slope</source>
        <translation>斜率图</translation>
    </message>
    <message>
        <source>units</source>
        <translation>方格图</translation>
    </message>
    <message>
        <source>line</source>
        <translation>折线图</translation>
    </message>
    <message>
        <source>columns</source>
        <translation>柱形图</translation>
    </message>
    <message>
        <source>panels</source>
        <translation>小倍数图</translation>
    </message>
    <message>
        <source>stacked</source>
        <translation>堆积条形图</translation>
    </message>
    <message>
        <source>targets</source>
        <translation>目标与完成情况</translation>
    </message>
    <message>
        <source>progress</source>
        <translation>实现目标的进展</translation>
    </message>
    <message>
        <source>goals</source>
        <translation>目标格</translation>
    </message>
    <message>
        <source>full</source>
        <translation>整行</translation>
    </message>
    <message>
        <source>half</source>
        <translation>半行</translation>
    </message>
    <message>
        <source>narrow</source>
        <translation>窄栏</translation>
    </message>
    <message>
        <source>wide</source>
        <translation>宽栏</translation>
    </message>
    <message>
        <source>both</source>
        <translation>屏幕和印刷</translation>
    </message>
    <message>
        <source>screen</source>
        <translation>仅屏幕</translation>
    </message>
    <message>
        <source>given</source>
        <translation>按简报顺序</translation>
    </message>
    <message>
        <source>size</source>
        <translation>按大小</translation>
    </message>
    <message>
        <source>ours</source>
        <translation>本简报</translation>
    </message>
    <message>
        <source>source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>day</source>
        <translation>日在前</translation>
    </message>
    <message>
        <source>month</source>
        <translation>月在前</translation>
    </message>
    <message>
        <source>serial</source>
        <translation>电子表格的天数</translation>
    </message>
    <message>
        <source>last</source>
        <translation>末次</translation>
    </message>
</context>
<context>
    <name>SheetEditor</name>
    <message>
        <source>Id</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>简报</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Observation</source>
        <translation>观测值</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>表述</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>观点</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>术语</translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Item of a dimension</source>
        <translation>分组项</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>分项</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标值</translation>
    </message>
    <message>
        <source>The source’s own verdict</source>
        <translation>来源自己的结论</translation>
    </message>
    <message>
        <source>Key figure</source>
        <translation>主要指标</translation>
    </message>
    <message>
        <source>How a data file was read</source>
        <translation>数据文件的读取方式</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Month in which years begin</source>
        <translation>年度起始月份</translation>
    </message>
    <message>
        <source>Edition before</source>
        <translation>上一版</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Files of phrases</source>
        <translation>用语文件</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>版次</translation>
    </message>
    <message>
        <source>Accent colour</source>
        <translation>强调色</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>标志</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>What it shows</source>
        <translation>图中内容</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Defaults</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Key figures of the print</source>
        <translation>打印版主要指标</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>术语</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>简称</translation>
    </message>
    <message>
        <source>Number announced</source>
        <translation>宣布的数量</translation>
    </message>
    <message>
        <source>What one is called</source>
        <translation>单个的称呼</translation>
    </message>
    <message>
        <source>What several are called</source>
        <translation>多个的称呼</translation>
    </message>
    <message>
        <source>Those named</source>
        <translation>已点名者</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Leave out: {field}</source>
        <translation>删去：{field}</translation>
    </message>
    <message>
        <source>Take {text}</source>
        <translation>采用 {text}</translation>
    </message>
    <message>
        <source>Write {field}: {text}</source>
        <translation>{field}写为：{text}</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>发布者</translation>
    </message>
    <message>
        <source>Still shorter name</source>
        <translation>最简称</translation>
    </message>
    <message>
        <source>Day of publication</source>
        <translation>发布日期</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>Graphics by</source>
        <translation>制图</translation>
    </message>
    <message>
        <source>Photographs by</source>
        <translation>摄影</translation>
    </message>
    <message>
        <source>Text of the source</source>
        <translation>来源文本</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>计量方式</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>计价方式</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时期</translation>
    </message>
    <message>
        <source>Why there is no number</source>
        <translation>无数字的原因</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Lower end</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>Upper end</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Before the revision</source>
        <translation>修订前</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>区间</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>发布批次</translation>
    </message>
    <message>
        <source>Running totals</source>
        <translation>累计值</translation>
    </message>
    <message>
        <source>Observations</source>
        <translation>观测值</translation>
    </message>
    <message>
        <source>Broken down by</source>
        <translation>分组依据</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>分项</translation>
    </message>
    <message>
        <source>Parts add up</source>
        <translation>各项合计为总数</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Assumption</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>Decimals shown</source>
        <translation>显示小数位</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>更优方向</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>目标值</translation>
    </message>
    <message>
        <source>The whole of the others</source>
        <translation>其他各项的总计</translation>
    </message>
    <message>
        <source>For the period</source>
        <translation>目标时期</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>不低于</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>不超过</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>低于</translation>
    </message>
    <message>
        <source>Above</source>
        <translation>高于</translation>
    </message>
    <message>
        <source>Allowance</source>
        <translation>允许偏差</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>基期</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>已达到</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>导语</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>副标题</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>表述</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>各方观点</translation>
    </message>
    <message>
        <source>Left open</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Figures shown</source>
        <translation>所示指标</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>媒介</translation>
    </message>
    <message>
        <source>Things per square</source>
        <translation>每格数量</translation>
    </message>
    <message>
        <source>What a square stands for</source>
        <translation>每格代表</translation>
    </message>
    <message>
        <source>Figures beside</source>
        <translation>旁列指标</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>Observations shown</source>
        <translation>显示的观测值数</translation>
    </message>
    <message>
        <source>Highlighted</source>
        <translation>突出显示</translation>
    </message>
    <message>
        <source>Order of bars</source>
        <translation>条形顺序</translation>
    </message>
    <message>
        <source>From zero</source>
        <translation>从零开始</translation>
    </message>
    <message>
        <source>Who made the links</source>
        <translation>链接由谁建立</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>职务</translation>
    </message>
</context>
<context>
    <name>SheetForm</name>
    <message>
        <source>Not saved yet: {why}.</source>
        <translation>尚未保存：{why}。</translation>
    </message>
    <message>
        <source>Not saved yet. Still to be filled: {fields}</source>
        <translation>尚未保存。还需填写：{fields}</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Done: close the form</source>
        <translation>完成：关闭表单</translation>
    </message>
    <message>
        <source>Edit: {part}</source>
        <translation>编辑：{part}</translation>
    </message>
    <message>
        <source>Not saved yet: this file is not changed here.</source>
        <translation>尚未保存：此文件不能在此修改。</translation>
    </message>
    <message>
        <source>Not saved yet.</source>
        <translation>尚未保存。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Saved to {file}: {what}</source>
        <translation>已保存到“{file}”：{what}</translation>
    </message>
    <message>
        <source>Saved to {file}</source>
        <translation>已保存到“{file}”</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Fix: write {text}</source>
        <translation>修正：写入 {text}</translation>
    </message>
    <message>
        <source>Write it again</source>
        <translation>重新写入</translation>
    </message>
    <message>
        <source>Taken back. Esc again closes.</source>
        <translation>已撤回。再按 Esc 关闭。</translation>
    </message>
</context>
<context>
    <name>SheetHeads</name>
    <message>
        <source>open sheet</source>
        <translation>当前简报</translation>
    </message>
</context>
<context>
    <name>ShowBar</name>
    <message>
        <source>Presentation</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Copy with citations</source>
        <translation>连同出处复制</translation>
    </message>
    <message>
        <source>Copies the row: all values, periods, ranks and sources.</source>
        <translation>复制整行：所有数值、时期、排名和来源。</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>未选择</translation>
    </message>
    <message>
        <source>Select a value to see how it stands to the others.</source>
        <translation>选择一个数值，查看它与其他数值相比如何。</translation>
    </message>
    <message>
        <source>Selected figure, in {sheet}</source>
        <translation>所选数据，{sheet}</translation>
    </message>
    <message>
        <source>Derived for this view</source>
        <translation>为本视图计算</translation>
    </message>
    <message>
        <source>Beside the others</source>
        <translation>与其他相比</translation>
    </message>
    <message>
        <source>Why they can be compared</source>
        <translation>为何可比</translation>
    </message>
    <message>
        <source>What keeps values apart</source>
        <translation>为何不可比或不计算</translation>
    </message>
    <message>
        <source>{number} with all sheets compared</source>
        <translation>{number} 行所有简报均可比</translation>
    </message>
    <message>
        <source>{number} with some sheets compared</source>
        <translation>{number} 行部分简报可比</translation>
    </message>
    <message>
        <source>{number} with nothing that compares</source>
        <translation>{number} 行无可比数值</translation>
    </message>
    <message>
        <source>{number} in one sheet only</source>
        <translation>{number} 行仅在一份简报中</translation>
    </message>
    <message>
        <source>Rows of this comparison</source>
        <translation>对比的行</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
</context>
<context>
    <name>SideTable</name>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Sheets side by side</source>
        <translation>并列的简报</translation>
    </message>
    <message>
        <source>Copy &amp;value</source>
        <translation>复制数值(&amp;V)</translation>
    </message>
    <message>
        <source>Copy row with all &amp;sources</source>
        <translation>复制整行及所有出处(&amp;S)</translation>
    </message>
    <message>
        <source>Show in its s&amp;heet</source>
        <translation>在其简报中显示(&amp;H)</translation>
    </message>
</context>
<context>
    <name>SideView</name>
    <message>
        <source>All figures</source>
        <translation>全部数据</translation>
    </message>
    <message>
        <source>Comparable</source>
        <translation>可比</translation>
    </message>
    <message>
        <source>In one sheet only</source>
        <translation>仅在一份简报中</translation>
    </message>
    <message>
        <source>Rows of this comparison</source>
        <translation>对比的行</translation>
    </message>
    <message>
        <source>Add a sheet</source>
        <translation>添加简报</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>A&amp;dd a sheet</source>
        <translation>添加简报(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Choose a file…</source>
        <translation>选择文件(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Take out</source>
        <translation>移出(&amp;T)</translation>
    </message>
    <message>
        <source>Add a sheet to see it beside this one. Files can be dropped here too.</source>
        <translation>添加一份简报，与当前简报并列显示。也可将文件拖放到此处。</translation>
    </message>
    <message>
        <source>No row can be compared. ‘All figures’ says what keeps them apart.</source>
        <translation>没有可比的行。“全部数据”中说明了不可比的原因。</translation>
    </message>
    <message>
        <source>No figure stands in one sheet only.</source>
        <translation>没有仅见于一份简报的指标。</translation>
    </message>
</context>
<context>
    <name>Slide</name>
    <message>
        <source>This chart could not be drawn</source>
        <translation>无法绘制此图表</translation>
    </message>
</context>
<context>
    <name>Source</name>
    <message>
        <source>page {page} of {count}</source>
        <translation>第 {page} 页，共 {count} 页</translation>
    </message>
    <message>
        <source>p. {page}</source>
        <translation>第 {page} 页</translation>
    </message>
    <message>
        <source>Place {number} of {count}</source>
        <translation>第 {number} 处，共 {count} 处</translation>
    </message>
    <message>
        <source>Input {number} of {count}</source>
        <translation>第 {number} 项输入，共 {count} 项</translation>
    </message>
    <message>
        <source>{place} as cited</source>
        <translation>{place}，与引用一致</translation>
    </message>
    <message>
        <source>as written: {text}</source>
        <translation>原文写作：{text}</translation>
    </message>
    <message>
        <source>Select a figure to see where its source has it.</source>
        <translation>选中一个指标，即可查看它在来源中的位置。</translation>
    </message>
    <message>
        <source>This figure cites no source.</source>
        <translation>这个指标没有引用来源。</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>The sheet says that the source states no number.</source>
        <translation>简报说明来源未给出数字。</translation>
    </message>
    <message>
        <source>The number was worked out; the source need not hold it.</source>
        <translation>该数字为计算所得，来源中不一定有。</translation>
    </message>
    <message>
        <source>{place} does not hold {value}; it is found elsewhere.</source>
        <translation>{place}没有 {value}；它出现在别处。</translation>
    </message>
    <message>
        <source>{place} does not hold {value}.</source>
        <translation>{place}没有 {value}。</translation>
    </message>
    <message>
        <source>{place} holds no text: it is a picture.</source>
        <translation>{place}没有文字：它是图片。</translation>
    </message>
    <message>
        <source>{place} has not been read yet.</source>
        <translation>{place}尚未读取。</translation>
    </message>
    <message>
        <source>The source has no such place: {place}.</source>
        <translation>来源中没有这一处：{place}。</translation>
    </message>
    <message>
        <source>Near it: {numbers}.</source>
        <translation>相近的数字：{numbers}。</translation>
    </message>
    <message>
        <source>{number}, this figure</source>
        <translation>{number}（本指标）</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>已搁置</translation>
    </message>
    <message>
        <source>A date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>An ordinal</source>
        <translation>序数</translation>
    </message>
    <message>
        <source>Numbering</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>A page number</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>A word</source>
        <translation>字词</translation>
    </message>
    <message>
        <source>{all} numbers in the source: {used} used, {unused} unused, {aside} set aside. Years, dates and numbering are set aside.</source>
        <translation>来源中共 {all} 个数字：已用 {used} 个，未用 {unused} 个，搁置 {aside} 个。年份、日期和编号计入搁置。</translation>
    </message>
    <message>
        <source>The first {count} of each are listed.</source>
        <translation>各列出前 {count} 个。</translation>
    </message>
</context>
<context>
    <name>SourcePage</name>
    <message>
        <source>Page of the source</source>
        <translation>来源的页面</translation>
    </message>
</context>
<context>
    <name>SourcePanel</name>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Hide the Source panel</source>
        <translation>隐藏来源面板</translation>
    </message>
    <message>
        <source>Copy with citation</source>
        <translation>连同出处复制</translation>
    </message>
    <message>
        <source>Choose how to copy the citation</source>
        <translation>选择复制出处的格式</translation>
    </message>
    <message>
        <source>Select a figure to see where it comes from.</source>
        <translation>选择一项数据即可查看其来源。</translation>
    </message>
    <message>
        <source>Show in the source</source>
        <translation>在来源中查看</translation>
    </message>
    <message>
        <source>Open the source</source>
        <translation>打开来源</translation>
    </message>
    <message>
        <source>Selected figure</source>
        <translation>所选数据</translation>
    </message>
    <message>
        <source>Selected figure, with a target</source>
        <translation>所选数据，有目标</translation>
    </message>
    <message>
        <source>Selected figure, {number} observations</source>
        <translation>所选数据，共 {number} 期</translation>
    </message>
    <message>
        <source>Selected observation, {number} of {all}</source>
        <translation>所选观测值，第 {number} 期，共 {all} 期</translation>
    </message>
    <message>
        <source>Selected change</source>
        <translation>所选变化</translation>
    </message>
    <message>
        <source>Selected part, by {dimension}</source>
        <translation>所选部分，按{dimension}</translation>
    </message>
    <message>
        <source>Copies both values, the difference, the reason and both sources.</source>
        <translation>复制前后数值、差额、原因和两处来源。</translation>
    </message>
    <message>
        <source>Copies figure, target, verdict, working and both sources.</source>
        <translation>复制数据、目标、结论、计算过程和两处来源。</translation>
    </message>
    <message>
        <source>Copies the figure marked ‘derived’, with working and source.</source>
        <translation>复制时注明“计算”，并附计算方法和来源。</translation>
    </message>
    <message>
        <source>Copies name, value, period and source as one line of text.</source>
        <translation>以一行文字复制名称、数值、统计时期和来源。</translation>
    </message>
    <message>
        <source>Selected {goal}</source>
        <translation>所选{goal}</translation>
    </message>
    <message>
        <source>Copy the change</source>
        <translation>复制此变化</translation>
    </message>
    <message>
        <source>Named in the source</source>
        <translation>来源列出</translation>
    </message>
    <message>
        <source>Copies the {goal}, its figures and the source.</source>
        <translation>复制该{goal}、相关数据和来源。</translation>
    </message>
</context>
<context>
    <name>SourceTabs</name>
    <message>
        <source>What is shown of the source</source>
        <translation>显示来源的哪一部分</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Unused numbers</source>
        <translation>未用到的数字</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
</context>
<context>
    <name>SourceText</name>
    <message>
        <source>Text of the source</source>
        <translation>来源的文本</translation>
    </message>
</context>
<context>
    <name>SourceView</name>
    <message>
        <source>Size of the page</source>
        <translation>页面大小</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>整页</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100%</translation>
    </message>
    <message>
        <source>Search the whole text</source>
        <translation>搜索全文</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Set all aside</source>
        <translation>全部搁置</translation>
    </message>
    <message>
        <source>Boxed: the figure selected. Underlined: other figures.</source>
        <translation>加框：所选指标。下划线：其他指标。</translation>
    </message>
    <message>
        <source>Paragraphs {first} to {last} of {count} are shown.</source>
        <translation>显示第 {first} 至 {last} 段，共 {count} 段。</translation>
    </message>
    <message>
        <source>‘Make a figure’ opens the form with value and source filled in.</source>
        <translation>“建立指标”会打开表单，并填好数值和来源。</translation>
    </message>
    <message>
        <source>Numbers in the source that no figure uses</source>
        <translation>来源中未用到的数字</translation>
    </message>
    <message>
        <source>Every number is used or set aside</source>
        <translation>每个数字都已用到或搁置</translation>
    </message>
    <message>
        <source>The citation is: {place}.</source>
        <translation>引用：{place}。</translation>
    </message>
    <message>
        <source>This figure cites no source</source>
        <translation>这个指标没有引用来源</translation>
    </message>
    <message>
        <source>The text of this source is not beside the sheet</source>
        <translation>简报旁没有这个来源的文本</translation>
    </message>
    <message>
        <source>The evidence of this source cannot be read</source>
        <translation>无法读取这个来源的原文</translation>
    </message>
    <message>
        <source>Reading the source …</source>
        <translation>正在读取来源…</translation>
    </message>
    <message>
        <source>Part {number} of {count}</source>
        <translation>第 {number} 部分，共 {count} 部分</translation>
    </message>
</context>
<context>
    <name>Sourcing</name>
    <message>
        <source>The source is no longer shown</source>
        <translation>不再显示来源</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Not saved: {why}</source>
        <translation>未保存：{why}</translation>
    </message>
</context>
<context>
    <name>TabRow</name>
    <message>
        <source>Sections</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Editing {file}</source>
        <translation>正在编辑“{file}”</translation>
    </message>
</context>
<context>
    <name>Unfinished</name>
    <message>
        <source>Shall the window be closed all the same?</source>
        <translation>仍要关闭窗口吗？</translation>
    </message>
</context>
<context>
    <name>UnusedList</name>
    <message>
        <source>Numbers in the source that no figure uses</source>
        <translation>来源中未用到的数字</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Make a figure</source>
        <translation>建立指标</translation>
    </message>
    <message>
        <source>Not a figure</source>
        <translation>不是指标</translation>
    </message>
    <message>
        <source>Copy the clause</source>
        <translation>复制该句</translation>
    </message>
</context>
<context>
    <name>ZoomField</name>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Zoom (Ctrl+0: actual size)</source>
        <translation>缩放（Ctrl+0：实际大小）</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number}%</translation>
    </message>
</context>
<context>
    <name>_Message</name>
    <message>
        <source>Open the source</source>
        <translation>打开来源</translation>
    </message>
</context>
</TS>
