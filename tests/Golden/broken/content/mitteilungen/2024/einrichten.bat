echo Hallo
