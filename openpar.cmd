@powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0openpar.ps1" %*
