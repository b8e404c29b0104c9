; Installs Pilotage for one person, without administrator rights. Compiled by installer/nsis.py, which writes GENERATED:
; what is installed, its version, and the list of what removal takes away.
;
; Switches: /S asks nothing; /D=FOLDER, last and without quotation marks, installs there. Exit codes: 0 done,
; 1 called off, 2 failed, 3 this Windows is too old, 4 Pilotage is running, 5 an older version could not be removed,
; 6 nothing may be written to the folder.

!ifdef STUB
  Target ${STUB}
!else
  Unicode true
!endif
!include "${GENERATED}"
!include MUI2.nsh
!include LogicLib.nsh
!include WinVer.nsh

!define TYPE "Pilotage.Project"
!define CLASSES "Software\Classes"
!define OURS "Software\Pilotage"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Pilotage"
!define APP_PATH "Software\Microsoft\Windows\CurrentVersion\App Paths\pilotage.exe"

Name "$(ProgramName)"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\Pilotage"
InstallDirRegKey HKCU "${OURS}" "Folder"
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS all
SetCompressor /SOLID lzma
; As large as the program: what is in it twice is packed once.
SetCompressorDictSize 64
BrandingText "Pilotage ${VERSION}"

VIProductVersion "${FOUR_NUMBERS}"
VIAddVersionKey /LANG=0 "ProductName" "Pilotage"
VIAddVersionKey /LANG=0 "FileDescription" "Pilotage ${VERSION} installer"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "CompanyName" "The Pilotage contributors"
VIAddVersionKey /LANG=0 "LegalCopyright" "Apache-2.0"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${PICTURE}"
!define MUI_WELCOMEPAGE_TEXT "$(Welcome)"
!define MUI_FINISHPAGE_RUN "$INSTDIR\pilotage.exe"
!define MUI_ABORTWARNING
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES

; The first language is for everybody whose Windows speaks neither.
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "SimpChinese"

LangString ProgramName ${LANG_ENGLISH} "Pilotage"
LangString ProgramName ${LANG_SIMPCHINESE} "领航"
LangString TypeName ${LANG_ENGLISH} "Pilotage project"
LangString TypeName ${LANG_SIMPCHINESE} "领航项目"
LangString About ${LANG_ENGLISH} "Plan, run, show and close a project for a client, offline"
LangString About ${LANG_SIMPCHINESE} "为客户策划、推进、汇报和收尾项目，无需联网"
LangString Welcome ${LANG_ENGLISH} "This installs Pilotage ${VERSION} for you alone; no administrator rights are needed.$\r$\n$\r$\nAn older version is replaced. Your projects and settings stay as they are."
LangString Welcome ${LANG_SIMPCHINESE} "将为您本人安装领航 ${VERSION}，无需管理员权限。$\r$\n$\r$\n旧版本会被替换，您的项目和设置保持不变。"
LangString IsRunning ${LANG_ENGLISH} "Pilotage is running: please close it, then try again. Nothing has been changed."
LangString IsRunning ${LANG_SIMPCHINESE} "领航正在运行：请先关闭它，然后重试。尚未做任何更改。"
LangString TooOld ${LANG_ENGLISH} "Pilotage needs Windows 10 or newer. Nothing has been changed."
LangString TooOld ${LANG_SIMPCHINESE} "领航需要 Windows 10 或更高版本。尚未做任何更改。"
LangString NoRights ${LANG_ENGLISH} "Nothing may be written to $INSTDIR. Nothing has been changed; please choose another folder."
LangString NoRights ${LANG_SIMPCHINESE} "无法写入 $INSTDIR。尚未做任何更改，请选择其他文件夹。"
LangString OldStays ${LANG_ENGLISH} "The version installed before could not be removed. Your projects and settings are not affected; please remove it in the Windows settings, then try again."
LangString OldStays ${LANG_SIMPCHINESE} "无法移除先前安装的版本。您的项目和设置不受影响；请先在 Windows 设置中将其卸载，然后重试。"
LangString Removed ${LANG_ENGLISH} "Pilotage has been removed. Your projects stay where you saved them. Settings, backups and logs stay in $LOCALAPPDATA\pilotage; delete that folder if you no longer need them."
LangString Removed ${LANG_SIMPCHINESE} "领航已移除。您的项目仍在原处。设置、备份和日志保留在 $LOCALAPPDATA\pilotage；如不再需要，可删除该文件夹。"

; Windows lets nobody write to a program that runs.
!macro REFUSE_WHILE_RUNNING NAME
  ${If} ${FileExists} "$INSTDIR\${NAME}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${NAME}" a
    ${If} ${Errors}
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(IsRunning)" /SD IDCANCEL IDRETRY try_again
      SetErrorLevel 4
      Quit
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend
!macro DEFINE_REFUSAL PREFIX
Function ${PREFIX}RefuseWhileRunning
  try_again:
  !insertmacro REFUSE_WHILE_RUNNING "pilotage.exe"
  !insertmacro REFUSE_WHILE_RUNNING "pilotage-cli.exe"
FunctionEnd
!macroend
!insertmacro DEFINE_REFUSAL ""
!insertmacro DEFINE_REFUSAL "un."

!macro TELL_EXPLORER
  ; SHCNE_ASSOCCHANGED: icons and file types are looked up again.
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Function .onInit
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "$(TooOld)" /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
FunctionEnd

Function un.onInit
  Call un.RefuseWhileRunning
FunctionEnd

; Looked at before an older version goes: else there would be neither.
Function RefuseUnwritable
  CreateDirectory "$INSTDIR"
  ClearErrors
  FileOpen $0 "$INSTDIR\pilotage-setup.tmp" w
  ${If} ${Errors}
    RMDir "$INSTDIR"
    MessageBox MB_OK|MB_ICONSTOP "$(NoRights)" /SD IDOK
    SetErrorLevel 6
    Quit
  ${EndIf}
  FileClose $0
  Delete "$INSTDIR\pilotage-setup.tmp"
FunctionEnd

; An older version goes by its own list of files, wherever it is; settings and projects are not on it.
Function RemoveOlder
  ReadRegStr $1 HKCU "${OURS}" "Folder"
  ${If} $1 == ""
    StrCpy $1 $INSTDIR
  ${EndIf}
  ${If} ${FileExists} "$1\uninstall.exe"
    ExecWait '"$1\uninstall.exe" /S _?=$1' $0
    ${If} $0 = 4
      MessageBox MB_OK|MB_ICONEXCLAMATION "$(IsRunning)" /SD IDOK
      SetErrorLevel 4
      Quit
    ${ElseIf} $0 <> 0
      MessageBox MB_OK|MB_ICONSTOP "$(OldStays)" /SD IDOK
      SetErrorLevel 5
      Quit
    ${EndIf}
    Delete "$1\uninstall.exe"
    RMDir "$1"
  ${EndIf}
FunctionEnd

Section
  Call RefuseWhileRunning
  Call RefuseUnwritable
  Call RemoveOlder
  SetOutPath "$INSTDIR"
  SetOverwrite on
  File /r "${FOLDER}${SEPARATOR}*"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\$(ProgramName).lnk" "$INSTDIR\pilotage.exe" "" "$INSTDIR\pilotage.exe" 0 SW_SHOWNORMAL "" "$(About)"

  WriteRegStr HKCU "${OURS}" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${OURS}" "Version" "${VERSION}"

  WriteRegStr HKCU "${CLASSES}\.pilotage" "" "${TYPE}"
  WriteRegStr HKCU "${CLASSES}\.pilotage" "Content Type" "application/x-pilotage"
  WriteRegStr HKCU "${CLASSES}\.pilotage\OpenWithProgids" "${TYPE}" ""
  WriteRegStr HKCU "${CLASSES}\${TYPE}" "" "$(TypeName)"
  WriteRegStr HKCU "${CLASSES}\${TYPE}" "FriendlyTypeName" "$(TypeName)"
  WriteRegStr HKCU "${CLASSES}\${TYPE}\DefaultIcon" "" "$INSTDIR\pilotage.exe,0"
  WriteRegStr HKCU "${CLASSES}\${TYPE}\shell\open\command" "" '"$INSTDIR\pilotage.exe" "%1"'
  WriteRegStr HKCU "${CLASSES}\Applications\pilotage.exe" "FriendlyAppName" "$(ProgramName)"
  WriteRegStr HKCU "${CLASSES}\Applications\pilotage.exe\SupportedTypes" ".pilotage" ""
  WriteRegStr HKCU "${CLASSES}\Applications\pilotage.exe\shell\open\command" "" '"$INSTDIR\pilotage.exe" "%1"'
  WriteRegStr HKCU "${APP_PATH}" "" "$INSTDIR\pilotage.exe"

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "$(ProgramName)"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\pilotage.exe,0"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The Pilotage contributors"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  !insertmacro TELL_EXPLORER
SectionEnd

Section Uninstall
  SetOutPath "$TEMP" ; a folder that somebody is in cannot be removed
  !insertmacro REMOVE_FILES
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Pilotage.lnk"
  Delete "$SMPROGRAMS\领航.lnk"

  ; The file type is given back only where it is still ours.
  ReadRegStr $0 HKCU "${CLASSES}\.pilotage" ""
  ${If} $0 == "${TYPE}"
    DeleteRegValue HKCU "${CLASSES}\.pilotage" ""
    DeleteRegValue HKCU "${CLASSES}\.pilotage" "Content Type"
  ${EndIf}
  DeleteRegValue HKCU "${CLASSES}\.pilotage\OpenWithProgids" "${TYPE}"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.pilotage\OpenWithProgids"
  ClearErrors
  EnumRegValue $0 HKCU "${CLASSES}\.pilotage" 0
  ${If} ${Errors}
    DeleteRegKey /ifempty HKCU "${CLASSES}\.pilotage"
  ${EndIf}
  DeleteRegKey HKCU "${CLASSES}\${TYPE}"
  DeleteRegKey HKCU "${CLASSES}\Applications\pilotage.exe"
  DeleteRegKey HKCU "${APP_PATH}"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "${OURS}"
  !insertmacro TELL_EXPLORER

  DetailPrint "$(Removed)"
  MessageBox MB_OK|MB_ICONINFORMATION "$(Removed)" /SD IDOK
SectionEnd
