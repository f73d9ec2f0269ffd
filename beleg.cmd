@echo off
rem Runs Beleg, building it first when needed.
setlocal
set "root=%~dp0"
where dotnet >nul 2>nul || (echo beleg: the .NET SDK 10 is missing: install it ^(https://dot.net^) and run this again. 1>&2 & exit /b 2)
where npm >nul 2>nul || (echo beleg: Node.js 20 or newer with npm is missing. 1>&2 & exit /b 2)
dotnet build "%root%src\Beleg.App" -c Release -v quiet -nologo -clp:ErrorsOnly 1>&2 || (echo beleg: the build failed; its errors stand above. 1>&2 & exit /b 2)
dotnet "%root%src\Beleg.App\bin\Release\net10.0\Beleg.App.dll" %*
exit /b %ERRORLEVEL%
